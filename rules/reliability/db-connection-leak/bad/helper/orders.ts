import { getClient } from './database.js';

export async function orders(): Promise<unknown[]> {
  const client = await getClient();
  const { rows } = await client.query('SELECT id FROM orders');
  client.release();
  return rows;
}
