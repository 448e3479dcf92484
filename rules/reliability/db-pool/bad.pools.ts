import { PrismaClient } from '@prisma/client';
import express from 'express';
import Redis from 'ioredis';
import { Pool } from 'pg';

const app = express();

async function query(text: string, values: unknown[]) {
  // expect: db-pool P1
  const pool = new Pool({ connectionString: process.env.DATABASE_URL });
  const { rows } = await pool.query(text, values);
  await pool.end();
  return rows;
}

app.get('/users/:id', async (req, res) => {
  res.json(await query('SELECT id FROM users WHERE id = $1', [req.params.id]));
});

app.get('/count', async (_req, res) => {
  // expect: db-pool P1
  const prisma = new PrismaClient();
  res.json(await prisma.user.count());
});

app.get('/cached', async (_req, res) => {
  // expect: db-pool P1
  res.send(await new Redis({ host: 'redis' }).get('front'));
});
