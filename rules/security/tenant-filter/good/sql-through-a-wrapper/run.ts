import { Pool } from 'pg';

const pool = new Pool();

export async function run<T>(text: string, values: unknown[] = []): Promise<T[]> {
  const result = await pool.query(text, values);
  return result.rows;
}
