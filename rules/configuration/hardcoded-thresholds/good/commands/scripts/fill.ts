import bcrypt from 'bcrypt';
import { Pool } from 'pg';

// ok: hardcoded-thresholds
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });

export async function fill(password: string) {
  await pool.query('INSERT INTO users (email, hash) VALUES ($1, $2)', ['first@example.com', await bcrypt.hash(password, 10)]);
}
