import { Client, Pool } from 'pg';

// expect: timeout-datastore P1
export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 });

// expect: timeout-datastore P1
export const plain = new Pool();

// expect: timeout-datastore P2
export const halfBounded = new Pool({ host: 'db', connectionTimeoutMillis: 5_000 });

// expect: timeout-datastore P2
export const statementsOnly = new Pool({ host: 'db', statement_timeout: 5_000 });

// expect: timeout-datastore
export const off = new Pool({ host: 'db', connectionTimeoutMillis: 0, statement_timeout: 5_000 });

export async function migrate() {
  // expect: timeout-datastore P1
  const client = new Client({ host: 'db' });
  await client.connect();
}

// Closed as well, and a request waits for it.
export function perRequest(app: import('express').Express) {
  app.get('/orders', async (_req, res) => {
    // expect: timeout-datastore P1
    const own = new Pool({ host: process.env.POSTGRES_HOST });
    res.json((await own.query('SELECT 1')).rows);
    await own.end();
  });
}
