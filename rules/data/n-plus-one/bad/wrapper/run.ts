import { Pool } from 'pg';

const pool = new Pool();

export async function run<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const result = await pool.query(text, values);
  return result.rows;
}
