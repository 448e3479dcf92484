import express from 'express';
import { Pool } from 'pg';

const pool = new Pool({ max: 10, connectionTimeoutMillis: 5_000 });
const app = express();

app.get('/orders', async (_req, res) => {
  // expect: db-connection-leak
  const client = await pool.connect();
  const { rows } = await client.query('SELECT id FROM orders');
  client.release();
  res.json(rows);
});

app.get('/orders/:id', async (req, res) => {
  // expect: db-connection-leak
  const client = await pool.connect();
  try {
    const { rows } = await client.query('SELECT id FROM orders WHERE id = $1', [req.params.id]);
    if (rows.length === 0) return res.status(404).end();
    res.json(rows[0]);
    client.release();
  } catch (error) {
    client.release();
    throw error;
  }
});

export async function between(id: string): Promise<void> {
  // expect: db-connection-leak
  const client = await pool.connect();
  await client.query('BEGIN');
  try {
    await client.query('DELETE FROM orders WHERE id = $1', [id]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

export async function onlyWhenItFails(): Promise<void> {
  // expect: db-connection-leak
  const client = await pool.connect();
  try {
    await client.query('SELECT 1');
  } catch {
    client.release();
  }
}

export async function once(): Promise<number | null> {
  // expect: db-connection-leak
  return (await (await pool.connect()).query('SELECT 1')).rowCount;
}

export function withPromises() {
  // expect: db-connection-leak
  return pool.connect().then((client) =>
    client.query('SELECT id FROM orders').then((result) => {
      client.release();
      return result.rows;
    }),
  );
}

export async function bySwitch(kind: string) {
  // expect: db-connection-leak
  const client = await pool.connect();
  switch (kind) {
    case 'a':
      client.release();
      return 1;
    default:
      return 2;
  }
}
