import { PrismaClient } from '@prisma/client';
import express from 'express';
import { Pool } from 'pg';

const app = express();
const prisma = new PrismaClient();
const pool = new Pool();

app.get('/products', async (req, res) => {
  const term = String(req.query.q);
  // The start only; full text; and what nobody outside chose.
  const { rows } = await pool.query('SELECT id FROM products WHERE name LIKE $1 LIMIT 20', [`${term}%`]);
  const found = await prisma.article.findMany({ where: { title: { search: term } }, take: 20 });
  const drafts = await prisma.article.findMany({ where: { title: { contains: 'draft' } }, take: 20 });
  res.json({ rows, found, drafts });
});
