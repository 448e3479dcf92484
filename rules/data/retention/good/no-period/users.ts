import { Pool } from 'pg';

const pool = new Pool();

// A user who is deleted is no retention; whether a service outside deletes what is old cannot be told.
export async function remove(id: string) {
  await pool.query('DELETE FROM users WHERE id = $1', [id]);
}
