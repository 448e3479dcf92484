const express = require('express');
const { Pool } = require('pg');
const { PrismaClient } = require('@prisma/client');
const mongoose = require('mongoose');
const knex = require('knex')({ client: 'pg' });

const app = express();
const pool = new Pool();
const prisma = new PrismaClient();
const Article = mongoose.model('Article', new mongoose.Schema({ title: String }));

app.get('/orders', async (req, res) => {
  const { rows } = await pool.query('SELECT id, total FROM orders WHERE id > $1 ORDER BY id LIMIT $2', [req.query.after, 50]);
  res.json(rows);
});

app.get('/customers', async (req, res) => {
  const page = { take: 50, skip: 1, cursor: { id: String(req.query.after) } };
  res.json(await prisma.customer.findMany({ where: { organizationId: req.user.organizationId }, ...page }));
});

app.get('/articles', (req, res, next) => {
  Article.find({ published: true }).sort('-createdAt').limit(20).then((articles) => res.json(articles), next);
});

app.get('/payments', async (req, res) => {
  let query = knex('payments').where({ organization_id: req.user.organizationId });
  if (req.query.status) query = query.andWhere({ status: req.query.status });
  res.json(await query.orderBy('id').limit(50));
});

// One row, a number, the rows of a list of keys.
app.get('/orders/:id', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM orders WHERE id = $1', [req.params.id]);
  res.json(rows[0]);
});

app.get('/subscription', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM subscriptions WHERE organization_id = $1', [req.user.organizationId]);
  const result = await pool.query('SELECT * FROM quotas WHERE organization_id = $1', [req.user.organizationId]);
  res.json({ subscription: rows[0], quota: result.rows[0] });
});

app.get('/stats', async (req, res) => {
  const { rows } = await pool.query('SELECT count(*) FROM orders');
  const first = await knex('orders').where({ total: 0 }).first();
  const known = await prisma.customer.findMany({ where: { id: { in: req.body.ids } } });
  res.json({ orders: rows[0].count, first, known });
});

// The rows of one address.
app.get('/invitations', async (req, res) => {
  res.json(await Article.find({ invited_emails: req.user.email }));
});

// A part of another query.
app.get('/users', async (req, res) => {
  let next = knex('users').as('next');
  next = next.where('id', '>', req.query.after);
  res.json(await knex.select('*').from(next).limit(1));
});

app.get('/orders/by-day', async (req, res) => {
  res.json(await knex('orders').select(knex.raw('date(created_at) AS day')).count('*').groupBy('day'));
});

// Nobody waits for it.
async function nightly() {
  const { rows } = await pool.query('SELECT * FROM orders');
  return rows.length;
}

module.exports = { app, nightly };
