import express from 'express';
import asyncHandler from 'express-async-handler';
import { Pool } from 'pg';
import { wrap } from './wrap.js';

const app = express();
const pool = new Pool({ max: 10 });

app.get('/caught', async (req, res, next) => {
  try {
    res.json((await pool.query('SELECT id FROM orders')).rows);
  } catch (error) {
    next(error);
  }
});

app.get('/library', asyncHandler(async (req, res) => {
  res.json((await pool.query('SELECT id FROM orders')).rows);
}));

app.get('/own', wrap(async (req, res) => {
  res.json((await pool.query('SELECT id FROM orders')).rows);
}));

app.get('/promise', async (req, res, next) => {
  await pool.query('SELECT id FROM orders').then((found) => res.json(found.rows)).catch(next);
});

app.get('/pause', async (req, res) => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  res.json({});
});

async function safely(id: string) {
  try {
    return await pool.query('SELECT id FROM orders WHERE id = $1', [id]);
  } catch {
    return null;
  }
}

app.get('/safe', async (req, res) => {
  res.json(await safely(String(req.query.id)));
});

// Nothing is asynchronous here.
app.get('/plain', (req, res) => {
  res.json([]);
});
