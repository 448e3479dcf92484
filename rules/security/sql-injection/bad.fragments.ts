import { createPool } from 'mysql2/promise';

const pool = createPool(process.env.DATABASE_URL!);

export class Repository {
  async between(from: string, to: string) {
    // expect: sql-injection
    return pool.query(`SELECT * FROM orders WHERE total BETWEEN ${from} AND ${to}`);
  }

  async named(name: string) {
    const extra = `AND name = '${name}'`;
    // expect: sql-injection
    return pool.query(`SELECT * FROM orders WHERE deleted_at IS NULL ${extra}`);
  }
}

// A condition that a client writes is none of the program's.
export async function search(req: { query: Record<string, string> }, res: { json(value: unknown): void }) {
  // expect: sql-injection
  res.json(await pool.query(`SELECT * FROM orders WHERE ${req.query.where}`));
}

// A whole condition is most often the program's own text, as its values are parameters: told with low confidence.
export async function count(where?: string, params: unknown[] = []) {
  const extra = where ? `AND ${where}` : '';
  // expect: sql-injection P1
  return pool.query(`SELECT COUNT(*) AS count FROM users WHERE deleted_at IS NULL ${extra}`, params);
}
