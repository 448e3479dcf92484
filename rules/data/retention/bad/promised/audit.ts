import { Pool } from 'pg';

const pool = new Pool();

// expect-project: retention
export async function note(action: string) {
  await pool.query('INSERT INTO audit_log (action) VALUES ($1)', [action]);
}
