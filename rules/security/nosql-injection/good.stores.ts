import { Client } from '@elastic/elasticsearch';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { getFirestore } from 'firebase-admin/firestore';
import Redis from 'ioredis';

const app = express();
app.use(express.json());
const search = new Client({ node: process.env.SEARCH_URL });
const dynamo = new DynamoDBClient({});
const redis = new Redis();
const prisma = new PrismaClient();

app.post('/all/:id', async (req, res) => {
  await search.search({ index: 'orders', query: { match: { title: req.body.title } } });
  await search.search({ index: 'orders', query: { bool: { filter: [{ term: { owner: req.params.id } }] } }, from: Number(req.query.from) });
  await dynamo.send(new QueryCommand({ TableName: 'books', KeyConditionExpression: 'title = :title', ExpressionAttributeValues: { ':title': { S: req.body.title } } }));
  await getFirestore().collection('orders').where('owner', '==', req.body.owner).get();
  await redis.eval("return redis.call('get', KEYS[1])", 1, req.body.key);
  await prisma.user.findFirst({ where: { id: req.params.id, age: Number(req.body.age) } });
  await prisma.user.findUnique({ where: { email: req.body.email } });
  res.end();
});
