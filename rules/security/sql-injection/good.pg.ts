import express, { type Request, type Response } from 'express';
import { Client, escapeIdentifier, escapeLiteral, Pool } from 'pg';
import format from 'pg-format';
import QueryStream from 'pg-query-stream';

const pool = new Pool();
const router = express.Router();
const TABLE = 'orders';
const COLUMNS = ['id', 'status', 'total'];

router.get('/orders', async (req, res) => {
  const { rows } = await pool.query(`SELECT ${COLUMNS.join(', ')} FROM ${TABLE} WHERE status = $1`, [req.query.status]);
  res.json(rows);
});

router.get('/orders/:id', async (req: Request, res: Response) => {
  const client = await pool.connect();
  try {
    const { rows } = await client.query({ text: 'SELECT * FROM orders WHERE id = $1', values: [req.params.id] });
    res.json(rows[0]);
  } finally {
    client.release();
  }
});

router.get('/report', async (req, res) => {
  const limit = Math.min(Number(req.query.limit) || 50, 500);
  const offset = parseInt(String(req.query.offset), 10) || 0;
  const { rows } = await pool.query(`SELECT * FROM orders LIMIT ${limit} OFFSET ${offset}`);
  res.json(rows);
});

router.get('/schema', async (req, res) => {
  const column = escapeIdentifier(String(req.query.column));
  const literal = escapeLiteral(String(req.query.value));
  const { rows } = await pool.query(`SELECT ${column} FROM orders WHERE ${column} = ${literal}`);
  res.json(rows);
});

router.get('/formatted', async (req, res) => {
  const { rows } = await pool.query(format('SELECT %I FROM orders WHERE status = %L', req.query.column, req.query.status));
  res.json(rows);
});

router.get('/export', async (req, res) => {
  const client = new Client();
  await client.connect();
  client.query(new QueryStream('SELECT * FROM orders WHERE region = $1', [req.headers['x-region']])).pipe(res);
});

/** The schema is the deployment's own choice. */
export async function countIn() {
  return pool.query(`SELECT count(*) FROM ${process.env.DB_SCHEMA ?? 'public'}.orders`);
}

/** A query that is passed along whole is judged where it is written. */
export async function run(text: string, values: unknown[] = []) {
  return pool.query(text, values);
}

export default router;
