import type { APIGatewayProxyEvent, APIGatewayProxyHandler } from 'aws-lambda';
import { DynamoDB } from 'aws-sdk';

const db = new DynamoDB.DocumentClient();

// expect: input-validation P0
export const create = async (event: APIGatewayProxyEvent) => {
  const { title, text } = JSON.parse(event.body ?? '{}');
  await db.put({ TableName: 'notes', Item: { title, text } }).promise();
  return { statusCode: 201, body: '{}' };
};

// expect: input-validation P0
export const replace: APIGatewayProxyHandler = async (event) => {
  const note = JSON.parse(event.body ?? '{}');
  await db.put({ TableName: 'notes', Item: note }).promise();
  return { statusCode: 200, body: '{}' };
};
