import type { APIGatewayProxyEvent, SQSEvent } from 'aws-lambda';
import { DynamoDB } from 'aws-sdk';
import { z } from 'zod';

const db = new DynamoDB.DocumentClient();
const Note = z.object({ title: z.string().max(200), text: z.string().max(20_000) });

// ok: input-validation
export const create = async (event: APIGatewayProxyEvent) => {
  const note = Note.safeParse(JSON.parse(event.body ?? '{}'));
  if (!note.success) return { statusCode: 400, body: JSON.stringify(note.error) };
  await db.put({ TableName: 'notes', Item: note.data }).promise();
  return { statusCode: 201, body: '{}' };
};

// Messages of one's own queue are no request.
// ok: input-validation
export const keep = async (event: SQSEvent) => {
  for (const record of event.Records) await db.put({ TableName: 'notes', Item: JSON.parse(record.body) }).promise();
};
