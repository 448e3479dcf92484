import { Pool } from 'pg';

const pool = new Pool();

// What an audit says of retention is no promise.
export async function remove(id: string) {
  await pool.query('DELETE FROM users WHERE id = $1', [id]);
}
