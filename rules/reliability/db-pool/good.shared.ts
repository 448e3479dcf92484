import { PrismaClient } from '@prisma/client';
import express from 'express';
import Redis from 'ioredis';
import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { Client, Pool } from 'pg';

const app = express();
const pool = new Pool({ connectionString: process.env.DATABASE_URL });

let redis: Redis | undefined;
function getRedis() {
  if (!redis) {
    redis = new Redis({ host: 'redis' });
  }
  return redis;
}

const kept = globalThis as { mongo?: Promise<MongoClient> };
const mongo = () => (kept.mongo ??= new MongoClient('mongodb://localhost').connect());

const tenants = new Map<string, Pool>();
function poolOf(tenant: string) {
  let found = tenants.get(tenant);
  if (!found) {
    found = new Pool({ database: tenant });
    tenants.set(tenant, found);
  }
  return found;
}

class Store {
  private client?: PrismaClient;
  get prisma() {
    if (!this.client) this.client = new PrismaClient();
    return this.client;
  }
}
const store = new Store();

app.get('/users', async (req, res) => {
  const cached = await getRedis().get('users');
  const client = await mongo();
  await client.db('desk').collection('visits').insertOne({ at: new Date() });
  const rows = await poolOf(String(req.query.tenant)).query('SELECT id FROM users');
  res.json({ cached, rows: rows.rows, users: await store.prisma.user.count(), all: (await pool.query('SELECT 1')).rows });
});

// mongoose keeps one connection and gives it back.
app.get('/posts', async (_req, res) => {
  await mongoose.connect('mongodb://localhost/desk');
  res.json(await mongoose.model('Post').find().limit(10));
});

// A server that the user names: there is no pool for it.
app.post('/connections/test', async (req, res) => {
  const client = new Client({ host: req.body.host, user: req.body.user, password: req.body.password });
  await client.connect();
  await client.end();
  res.sendStatus(204);
});

// No request runs this.
export async function migrate() {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.end();
}
