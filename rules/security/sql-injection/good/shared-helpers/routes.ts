import { Router } from 'express';
import { Pool } from 'pg';
import { assertColumn, limitOf, orderBy, placeholders } from './sql.js';

const pool = new Pool();
export const router = Router();

router.get('/orders', async (req, res) => {
  const ids = String(req.query.ids).split(',');
  const { rows } = await pool.query(
    `SELECT * FROM orders WHERE id IN (${placeholders(ids)}) ${orderBy(req.query.sort as string)} LIMIT ${limitOf(req.query.limit)}`,
    ids,
  );
  res.json(rows);
});

router.get('/column', async (req, res) => {
  const column = String(req.query.column);
  assertColumn(column);
  const { rows } = await pool.query(`SELECT ${column} FROM orders`);
  res.json(rows);
});
