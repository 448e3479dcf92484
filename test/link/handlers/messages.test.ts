/** What comes through queues and topics, what datastores held, what a signature vouches for. */
import { describe, expect, test } from 'vitest';
import { ownRulesDirectory } from '../../../src/rulebook/index.js';
import { loadRulebook } from '../../../src/rulebook/load.js';
import { fileURLToPath } from 'node:url';
import { programOf } from '../../support/audit-case.js';
import { marked } from '../../support/program.js';
import { originsIn, requestKinds } from './origins.js';

const MESSAGES: [name: string, source: string][] = [
  ['BullMQ', `import { Worker } from 'bullmq'; new Worker('mail', async (job) => { mark(job.data.to) }, { connection })`],
  ['BullMQ by name and type', `import { Job, Worker } from 'bullmq'; async function send(job: Job<Mail>) { mark(job.data.to) } new Worker('mail', send)`],
  ['Bull', `const Queue = require('bull'); const queue = new Queue('mail'); queue.process(async (job) => { mark(job.data.to) })`],
  ['Bull with a name', `import Queue from 'bull'; const queue = new Queue('mail'); queue.process('send', 5, (job, done) => { mark(job.data.to); done() })`],
  ['KafkaJS', `import { Kafka } from 'kafkajs'; const consumer = new Kafka({}).consumer({ groupId: 'g' }); await consumer.run({ eachMessage: async ({ topic, message }) => { mark(JSON.parse(message.value.toString()).id) } })`],
  ['KafkaJS batches', `import { Kafka } from 'kafkajs'; const consumer = new Kafka({}).consumer({}); consumer.run({ eachBatch: async ({ batch }) => { for (const message of batch.messages) mark(message.value.toString()) } })`],
  ['amqplib', `const amqp = require('amqplib'); async function go() { const connection = await amqp.connect(url); const channel = await connection.createChannel(); channel.consume('q', (msg) => { mark(msg.content.toString()) }) }`],
  ['amqplib with callbacks', `const amqp = require('amqplib/callback_api'); amqp.connect(url, (error, connection) => { connection.createChannel((error1, channel) => { channel.consume('q', (msg) => { mark(JSON.parse(msg.content).id) }) }) })`],
  ['NATS', `import { connect } from 'nats'; const nc = await connect(); for await (const m of nc.subscribe('x')) { mark(m.string()) }`],
  ['Google Pub/Sub', `const { PubSub } = require('@google-cloud/pubsub'); const subscription = new PubSub().subscription('x'); subscription.on('message', (message) => { mark(message.data.toString()) })`],
  ['Azure Service Bus', `import { ServiceBusClient } from '@azure/service-bus'; const receiver = new ServiceBusClient(c).createReceiver('q'); receiver.subscribe({ processMessage: async (message) => { mark(message.body.id) }, processError: async () => {} })`],
  ['sqs-consumer', `import { Consumer } from 'sqs-consumer'; Consumer.create({ queueUrl, handleMessage: async (message) => { mark(JSON.parse(message.Body).id) } }).start()`],
  ['SQS', `import { SQSClient, ReceiveMessageCommand } from '@aws-sdk/client-sqs'; const client = new SQSClient({}); const { Messages } = await client.send(new ReceiveMessageCommand({})); for (const message of Messages) mark(message.Body)`],
  ['Agenda', `import { Agenda } from 'agenda'; const agenda = new Agenda(); agenda.define('x', async (job) => { const { to } = job.attrs.data; mark(to) })`],
  ['pg-boss', `import PgBoss from 'pg-boss'; const boss = new PgBoss(c); await boss.work('q', async ([job]) => { mark(job.data.id) })`],
  ['pg-boss before version 10', `const PgBoss = require('pg-boss'); const boss = new PgBoss(c); boss.work('q', { teamSize: 1 }, async (job) => { mark(job.data.id) })`],
  ['Redis', `import { createClient } from 'redis'; const client = createClient(); await client.subscribe('x', (message) => mark(JSON.parse(message).id))`],
  ['ioredis', `import Redis from 'ioredis'; const redis = new Redis(); redis.on('message', (channel, message) => mark(message))`],
  ['NestJS microservices', `import { MessagePattern, Payload } from '@nestjs/microservices'; class X { @MessagePattern('x') go(@Payload() data: Data) { mark(data.id) } }`],
];

describe('a message of', () => {
  test.each(MESSAGES)('%s', (_name, source) => {
    expect(requestKinds('worker.ts', source)).toEqual(['request.message']);
  });
});

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

test('a message is less sure than a request', () => {
  const program = programOf({ 'worker.ts': MESSAGES[0]![1] }, models);
  const [origin] = program.trace(marked(program, 'worker.ts'), { sink: 'sql' }).origins;
  expect(origin?.lossy).toBe(true);
  expect(origin?.steps[0]?.text).toBe('a message is read: job.data');
});

describe('no message is', () => {
  test.each([
    ['the id of a job', `import { Worker } from 'bullmq'; new Worker('mail', async (job) => { mark(job.id) })`],
    ['the topic of a message', `import { Kafka } from 'kafkajs'; new Kafka({}).consumer({}).run({ eachMessage: async ({ topic }) => { mark(topic) } })`],
    ['an error', `import Redis from 'ioredis'; new Redis().on('error', (error) => mark(error.message))`],
    ['the data of another job', `new Runner('x', async (job) => { mark(job.data) })`],
  ])('%s', (_name, source) => {
    expect(requestKinds('worker.ts', source)).toEqual([]);
  });
});

describe('a datastore held', () => {
  test.each([
    ['a row', `import { Pool } from 'pg'; const pool = new Pool(); const { rows } = await pool.query('select name from t'); mark(rows[0].name)`],
    ['a document', `import { MongoClient } from 'mongodb'; const client = new MongoClient(u); const user = await client.db('x').collection('users').findOne({ id }); mark(user.name)`],
    ['documents', `const { MongoClient } = require('mongodb'); const db = new MongoClient(u).db(); const users = await db.collection('users').find({}).toArray(); mark(users[0].name)`],
    ['a document of a model', `import mongoose from 'mongoose'; const User = mongoose.model('User', new mongoose.Schema({})); const user = await User.findById(1); mark(user.name)`],
    ['an entry of Redis', `import { createClient } from 'redis'; const client = createClient(); const value = await client.get('x'); mark(JSON.parse(value).name)`],
    ['an entry of ioredis', `const Redis = require('ioredis'); const redis = new Redis(); mark(await redis.hget('x', 'y'))`],
  ])('%s', (_name, source) => {
    expect(originsIn('x.ts', source)).toEqual(['datastore']);
  });

  test('what a client asked for', () => {
    const source = `import express from 'express'; import { MongoClient } from 'mongodb'; const app = express(); const db = new MongoClient(u).db(); app.get('/', async (req) => { const user = await db.collection('users').findOne({ name: req.query.name }); mark(user.email) })`;
    expect(originsIn('x.ts', source)).toEqual(['datastore']);
  });
});

describe('an event with a signature is no request data', () => {
  const before = `import express from 'express'; const app = express();`;
  test.each([
    ['Stripe', `import Stripe from 'stripe'; const stripe = new Stripe(key); app.post('/', (req) => { const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], secret); mark(event.data.object.id) })`],
    ['Svix', `import { Webhook } from 'svix'; app.post('/', (req) => { const event = new Webhook(secret).verify(req.body, req.headers); mark(event.data.id) })`],
  ])('%s', (_name, source) => {
    expect(requestKinds('x.ts', before + source)).toEqual([]);
  });

  test('unlike one without', () => {
    expect(requestKinds('x.ts', `${before} app.post('/', (req) => { mark(JSON.parse(req.body).data.id) })`)).toEqual(['request.body']);
  });
});
