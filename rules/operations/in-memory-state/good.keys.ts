import express from 'express';
import { createClient } from 'redis';

const app = express();
app.use(express.json());
const redis = createClient({ url: process.env.REDIS_URL });

app.post('/jobs', async (req, res) => {
  await redis.set(`job:${req.body.id}`, 'queued');
  await redis.set(`visit:${req.body.user}`, Date.now());
  res.json({ state: await redis.get(`job:${req.body.id}`) });
});
