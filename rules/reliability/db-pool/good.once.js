const express = require('express');
const once = require('lodash/once');
const { Pool } = require('pg');

const app = express();
const database = once(() => new Pool({ connectionString: process.env.DATABASE_URL }));

let cached;
async function connect() {
  if (cached) return cached;
  const pool = new Pool({ connectionString: process.env.DATABASE_URL });
  await pool.query('SELECT 1');
  cached = pool;
  return pool;
}

app.get('/a', async (req, res) => res.json((await database().query('SELECT 1')).rows));
app.get('/b', async (req, res) => res.json((await (await connect()).query('SELECT 1')).rows));
