import express from 'express';
import Redis from 'ioredis';
import { migrateTenant } from './migrate.js';

const app = express();

// A probe tries whether a connection can be made.
async function redisAnswers(): Promise<boolean> {
  const redis = new Redis(process.env.REDIS_URL ?? 'redis://cache', { maxRetriesPerRequest: 1 });
  try {
    return (await redis.ping()) === 'PONG';
  } finally {
    redis.disconnect();
  }
}

app.get('/api/health', async (_req, res) => res.json({ redis: await redisAnswers() }));
app.get('/admin/replication/status', async (_req, res) => res.json({ leader: await redisAnswers() }));
app.post('/tenants/:id/migrate', async (req, res) => res.json(await migrateTenant(req.params.id)));
app.listen(3000);
