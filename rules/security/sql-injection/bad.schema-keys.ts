// Keys that the schema lets through, and keys of what was sent instead of what was given back.
import express from 'express';
import { Pool } from 'pg';
import { z } from 'zod';

const pool = new Pool();
const app = express();
const Changes = z.object({ name: z.string().optional() });
const Open = z.object({ name: z.string().optional() }).passthrough();
const Loose = z.looseObject({ name: z.string().optional() });

app.patch('/products', async (req, res) => {
  const columns = Object.keys(Open.parse(req.body)).join(', ');
  // expect: sql-injection
  res.json(await pool.query(`SELECT ${columns} FROM products`));
});

app.patch('/orders', async (req, res) => {
  const columns = Object.keys(Loose.parse(req.body)).join(', ');
  // expect: sql-injection
  res.json(await pool.query(`SELECT ${columns} FROM orders`));
});

app.patch('/invoices', async (req, res) => {
  Changes.parse(req.body);
  const columns = Object.keys(req.body).join(', ');
  // expect: sql-injection
  res.json(await pool.query(`SELECT ${columns} FROM invoices`));
});

app.get('/notes', async (req, res) => {
  const note = { ...Changes.parse(req.body) };
  // expect: sql-injection
  res.json(await pool.query(`SELECT * FROM notes WHERE name = '${note.name}'`));
});
