// Messages of a broker were written by another service: of low confidence. A body is a client's.
import { mkdtemp, readFile } from 'node:fs/promises';
import express from 'express';
import { Connection } from 'rabbitmq-client';

const rabbit = new Connection(process.env.AMQP_URL);
rabbit.createConsumer({ queue: 'backups' }, async (req, reply) => {
  // expect: path-traversal P1
  await reply({ directory: await mkdtemp(req.body.prefix) });
});

const app = express();
app.use(express.json());
app.post('/files', async (req, res) => {
  // expect: path-traversal P0
  res.send(await readFile(req.body.path));
});
