import type { PoolClient } from 'pg';

export async function placeOrder(db: PoolClient, customer: string, sku: string) {
  const { rows } = await db.query('INSERT INTO orders (customer) VALUES ($1) RETURNING id', [customer]);
  await db.query('INSERT INTO order_lines (order_id, sku) VALUES ($1, $2)', [rows[0].id, sku]);
}
