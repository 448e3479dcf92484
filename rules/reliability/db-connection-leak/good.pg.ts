import express from 'express';
import { Pool, type PoolClient } from 'pg';

const pool = new Pool({ max: 10, connectionTimeoutMillis: 5_000 });
const app = express();

app.get('/orders', async (_req, res) => {
  const client = await pool.connect();
  try {
    const { rows } = await client.query('SELECT id FROM orders');
    if (rows.length === 0) return res.status(404).end();
    res.json(rows);
  } finally {
    client.release();
  }
});

export async function declaredBefore(): Promise<void> {
  let client: PoolClient | undefined;
  try {
    client = await pool.connect();
    await client.query('SELECT 1');
  } finally {
    if (client) client.release();
  }
}

export async function optional(): Promise<void> {
  let client: PoolClient | null = null;
  try {
    client = await pool.connect();
    await client.query('SELECT 1');
  } catch (error) {
    throw new Error('no answer', { cause: error });
  } finally {
    client?.release();
  }
}

export async function both(): Promise<unknown> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query('SELECT 1');
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

export async function given(id: string, outer?: PoolClient): Promise<void> {
  const client = outer ?? (await pool.connect());
  try {
    await client.query('DELETE FROM orders WHERE id = $1', [id]);
  } finally {
    if (!outer) client.release();
  }
}

export function withPromises() {
  return pool.connect().then((client) => client.query('SELECT 1').finally(() => client.release()));
}

export function inEither() {
  return pool.connect().then((client) =>
    client
      .query('SELECT 1')
      .then((result) => {
        client.release();
        return result.rows;
      })
      .catch((error) => {
        client.release();
        throw error;
      }),
  );
}

/** Whoever gets it gives it back. */
async function take(): Promise<PoolClient> {
  const client = await pool.connect();
  return client;
}

export async function withTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await take();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    giveBack(client);
  }
}

function giveBack(client: PoolClient): void {
  client.release();
}

export async function locally(): Promise<void> {
  const client = await pool.connect();
  const leave = () => client.release();
  try {
    await client.query('SELECT 1');
  } finally {
    leave();
  }
}

/** It takes and gives back by itself. */
export async function oneStatement() {
  return (await pool.query('SELECT 1')).rows;
}

export async function retrying(): Promise<unknown> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const client = await pool.connect();
    try {
      return await client.query('SELECT 1');
    } catch (error) {
      if (attempt === 2) throw error;
    } finally {
      client.release();
    }
  }
  return null;
}

/** The pool is made for this alone, and ends with all its connections. */
export async function aside(connectionString: string): Promise<void> {
  const own = new Pool({ connectionString });
  try {
    const client = await own.connect();
    await client.query('SELECT 1');
    client.release();
  } finally {
    await own.end();
  }
}

// What gives it back is handed to whoever asked for it.
function connected(callback: (error: Error | undefined, client?: PoolClient, done?: () => void) => void) {
  pool.connect((error, client, done) => {
    if (error) callback(error);
    else callback(undefined, client, done);
  });
}

export function stored(key: string, answer: (ok: boolean) => void) {
  connected((error, client, done) => {
    if (error) return answer(false);
    client!.query('INSERT INTO entries (key) VALUES ($1)', [key], (failure) => {
      done!();
      answer(!failure);
    });
  });
}
