import { Queue, Worker } from 'bullmq';
import express from 'express';

function start() {
  // Handlers put jobs in.
  // expect: timeout-datastore P2
  const mails = new Queue('mails', { connection: { url: process.env.REDIS_URL } });
  const worker = new Worker('mails', async () => {}, { connection: { url: process.env.REDIS_URL } });
  return { mails, worker };
}

const { mails } = start();
const app = express();
app.post('/mails', async (_request, response) => {
  await mails.add('welcome', {});
  response.sendStatus(202);
});
app.listen(3000);
