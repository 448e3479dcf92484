import { Pool } from 'pg';

const pool = new Pool({ max: 10 });

export async function find(id: string) {
  const { rows } = await pool.query('SELECT id, total FROM orders WHERE id = $1', [id]);
  return rows[0];
}

export async function audit(action: string, subject: string) {
  await pool.query('INSERT INTO audit (action, subject) VALUES ($1, $2)', [action, subject]);
}
