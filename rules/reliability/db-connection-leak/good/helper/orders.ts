import { getClient } from './database.js';

export async function orders(): Promise<unknown[]> {
  const client = await getClient();
  try {
    const { rows } = await client.query('SELECT id FROM orders');
    return rows;
  } finally {
    client.release();
  }
}
