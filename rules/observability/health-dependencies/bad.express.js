const express = require('express');
const { Pool } = require('pg');
const Redis = require('ioredis');
const { MongoClient } = require('mongodb');

const pool = new Pool({ connectionString: process.env.DATABASE_URL });
// expect: health-dependencies
const redis = new Redis(process.env.REDIS_URL);
// expect: health-dependencies
const mongo = new MongoClient(process.env.MONGO_URL);
const app = express();

app.get('/health', async (req, res) => {
  try {
    await databaseAnswers();
    res.json({ ok: true });
  } catch (error) {
    res.status(503).json({ ok: false });
  }
});

async function databaseAnswers() {
  await pool.query('SELECT 1');
}

app.get('/orders/:id', async (req, res) => {
  res.json(await redis.get(req.params.id) || await mongo.db().collection('orders').findOne({ id: String(req.params.id) }));
});
app.listen(3000);
