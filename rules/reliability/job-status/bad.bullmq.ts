// expect-project: job-status
import express from 'express';
import { Queue } from 'bullmq';

const app = express();
const renders = new Queue('renders', { connection: { host: 'redis' } });

async function start(video: string) {
  await renders.add('render', { video }, { attempts: 3 });
}

app.post('/videos', async (req, res) => {
  await start(req.body.video);
  res.status(202).json({ accepted: true });
});

app.listen(3000);
