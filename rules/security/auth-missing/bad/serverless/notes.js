'use strict';
const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, PutCommand, DeleteCommand } = require('@aws-sdk/lib-dynamodb');

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

// expect: auth-missing
module.exports.create = async (event) => {
  const { text } = JSON.parse(event.body);
  await db.send(new PutCommand({ TableName: 'notes', Item: { id: 'x', text, from: event.requestContext.identity.sourceIp } }));
  return { statusCode: 201, body: '{}' };
};

// expect: auth-missing
module.exports.remove = async (event) => {
  await db.send(new DeleteCommand({ TableName: 'notes', Key: { id: event.pathParameters.id } }));
  return { statusCode: 204 };
};
