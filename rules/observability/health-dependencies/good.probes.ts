import express from 'express';
import Redis from 'ioredis';
import mongoose from 'mongoose';
import { PrismaClient } from '@prisma/client';
import { Sequelize } from 'sequelize';

const prisma = new PrismaClient();
const redis = new Redis(process.env.REDIS_URL!);
// Looked at while the service starts.
const sequelize = new Sequelize(process.env.REPORTS_URL!, { dialect: 'postgres' });
const app = express();
const checks = { database: () => prisma.$queryRaw`SELECT 1`, cache: async () => redis.status === 'ready' };

app.get('/livez', (_req, res) => res.sendStatus(200));
app.get('/readyz', async (_req, res) => {
  const results = await Promise.all([checks.database(), checks.cache()]);
  res.status(results.every(Boolean) ? 200 : 503).end();
});

async function start(): Promise<void> {
  await mongoose.connect(process.env.MONGO_URL!);
  await sequelize.authenticate();
  app.listen(3000);
}
start();
