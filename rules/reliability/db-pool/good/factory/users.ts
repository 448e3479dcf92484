import { makePool } from './database';

const pool = makePool();

export async function findUser(id: string) {
  const [rows] = await pool.execute('SELECT id FROM users WHERE id = ?', [id]);
  return rows;
}
