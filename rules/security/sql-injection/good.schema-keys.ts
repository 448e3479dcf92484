// What zod gives back has the declared keys only: their names are the program's own.
import express from 'express';
import { Pool } from 'pg';
import { z } from 'zod';

const pool = new Pool();
const app = express();
const Changes = z.object({ name: z.string().max(255).optional(), price: z.number().optional() });
const Order = z.object({ title: z.string() }).refine((order) => order.title !== '');

app.patch('/products/:id', async (req, res) => {
  const parsed = Changes.safeParse(req.body);
  if (!parsed.success) return res.status(400).end();
  const clauses: string[] = [];
  const values: unknown[] = [];
  for (const [key, value] of Object.entries(parsed.data)) {
    values.push(value);
    clauses.push(`${key} = $${values.length}`);
  }
  res.json(await pool.query(`UPDATE products SET ${clauses.join(', ')} WHERE id = ${Number(req.params.id)}`, values));
});

app.get('/orders', async (req, res) => {
  const order: { title: string; table?: string } = { ...Order.parse(req.body) };
  res.json(await pool.query(`SELECT * FROM ${order.table ?? 'orders'}`));
});
