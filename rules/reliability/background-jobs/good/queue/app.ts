import express from 'express';
import { Queue } from 'bullmq';

const app = express();
const mails = new Queue('mails', { connection: { host: 'redis' } });

app.post('/register', async (req, res) => {
  await mails.add('welcome', { to: req.body.email }, { attempts: 5, backoff: { type: 'exponential', delay: 2_000 } });
  res.sendStatus(202);
});
