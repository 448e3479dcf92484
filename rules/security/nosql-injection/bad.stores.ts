import { Client } from '@elastic/elasticsearch';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { PrismaClient } from '@prisma/client';
import AWS from 'aws-sdk';
import express from 'express';
import { getFirestore } from 'firebase-admin/firestore';
import Redis from 'ioredis';
import monk from 'monk';
import nano from 'nano';

const app = express();
app.use(express.json());
const search = new Client({ node: process.env.SEARCH_URL });
const dynamo = new DynamoDBClient({});
const documents = new AWS.DynamoDB.DocumentClient();
const redis = new Redis();
const prisma = new PrismaClient();
const users = monk('localhost/app').get('users');
const animals = nano('http://localhost:5984').use('animals');

app.post('/all', async (req, res) => {
  // expect: nosql-injection P0
  await users.findOne({ name: req.body.name });
  // expect: nosql-injection P0
  await animals.find({ selector: { name: req.body.name } });
  // expect: nosql-injection P1
  await search.search({ index: 'orders', query: req.body.query });
  // expect: nosql-injection P1
  await search.search(req.body);
  // expect: nosql-injection P0
  await search.updateByQuery({ index: 'orders', script: { source: `ctx._source.note = '${req.body.note}'` } });
  // expect: nosql-injection P1
  await dynamo.send(new QueryCommand({ TableName: 'books', KeyConditionExpression: 'title = ' + req.body.title }));
  // expect: nosql-injection P1
  await dynamo.send(new ScanCommand({ TableName: 'books', FilterExpression: `contains(author, ${req.body.author})` }));
  // expect: nosql-injection P1
  documents.query(req.body.params, () => res.end());
  // expect: nosql-injection P1
  await getFirestore().collection('orders').where(req.body.field, '==', 1).get();
  // expect: nosql-injection P0
  await redis.eval(`return redis.call('get', '${req.body.key}')`, 0);
  // expect: nosql-injection P1
  await prisma.user.findFirst({ where: { resetToken: req.body.token } });
  res.end();
});
