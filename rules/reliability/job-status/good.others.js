'use strict';
// A message tells others of something: nobody waits for what they make of it. And a job that is looked up.
const express = require('express');
const AWS = require('aws-sdk');
const amqp = require('amqplib/callback_api');
const PgBoss = require('pg-boss');

const sqs = new AWS.SQS();
const boss = new PgBoss(process.env.DATABASE_URL);
const app = express();

amqp.connect('amqp://broker', function (error, connection) {
  connection.createChannel(function (failure, channel) {
    app.post('/orders', function (req, res) {
      channel.publish('orders', 'order.paid', Buffer.from(JSON.stringify(req.body)));
      sqs.sendMessage({ QueueUrl: process.env.QUEUE_URL, MessageBody: JSON.stringify(req.body) }, () => res.status(202).end());
    });
  });
});

app.post('/exports', async (req, res) => {
  res.status(202).json({ id: await boss.send('export', { tenant: req.body.tenant }) });
});
app.get('/state', async (req, res) => {
  res.json(await boss.getJobById('export', String(req.query.id)));
});

app.listen(3000);
