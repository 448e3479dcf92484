import { Pool } from 'pg';

const pool = new Pool();

export async function note(action: string) {
  await pool.query('INSERT INTO audit_log (action) VALUES ($1)', [action]);
}

export async function purgeOldEntries() {
  await pool.query("DELETE FROM audit_log WHERE created_at < now() - interval '400 days'");
}
