// expect-project: trace-propagation
'use strict';
const express = require('express');
const { randomUUID } = require('node:crypto');
const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');

const sqs = new SQSClient({});
const app = express();

app.use((req, res, next) => {
  req.id = req.get('x-request-id') || randomUUID();
  next();
});
app.post('/orders', async (req, res) => {
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: JSON.stringify({ order: req.body.id }) }));
  res.status(202).end();
});

app.listen(3000);
