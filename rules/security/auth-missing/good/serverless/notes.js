const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, PutCommand, DeleteCommand, UpdateCommand } = require('@aws-sdk/lib-dynamodb');
const jwt = require('jsonwebtoken');

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

// ok: auth-missing
module.exports.create = async (event) => {
  await db.send(new PutCommand({ TableName: 'notes', Item: JSON.parse(event.body) }));
  return { statusCode: 201, body: '{}' };
};

// ok: auth-missing
module.exports.remove = async (event) => {
  await db.send(new DeleteCommand({ TableName: 'notes', Key: { id: event.pathParameters.id } }));
  return { statusCode: 204 };
};

// ok: auth-missing
module.exports.rename = async (event) => {
  try {
    jwt.verify(event.headers.Authorization, process.env.JWT_SECRET, { algorithms: ['HS256'] });
  } catch (error) {
    return { statusCode: 401, body: 'Unauthorized' };
  }
  await db.send(new UpdateCommand({ TableName: 'notes', Key: { id: event.pathParameters.id } }));
  return { statusCode: 204 };
};

// Where it is deployed, and behind what, is not in sight.
// ok: auth-missing
module.exports.handler = async (event) => {
  if (event.httpMethod === 'POST') await db.send(new PutCommand({ TableName: 'notes', Item: JSON.parse(event.body) }));
  return { statusCode: 201, body: '{}' };
};
