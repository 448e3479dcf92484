import express from 'express';
import { Queue } from 'bullmq';

const app = express();
const renders = new Queue('renders', { connection: { host: 'redis' } });

app.post('/videos', async (req, res) => {
  await renders.add('render', { video: req.body.video, requestId: req.get('x-request-id') });
  res.sendStatus(202);
});
