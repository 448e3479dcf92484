const express = require('express');
const { Pool } = require('pg');
const { PrismaClient } = require('@prisma/client');
const knex = require('knex')({ client: 'pg' });

const app = express();
const pool = new Pool();
const prisma = new PrismaClient();

app.get('/customers', async (req, res) => {
  const page = { take: 50, skip: Number(req.query.skip) };
  // expect: pagination P3
  res.json(await prisma.customer.findMany({ where: { organizationId: req.user.organizationId }, ...page }));
});

app.get('/orders', async (req, res) => {
  // expect: pagination P3
  const { rows } = await pool.query('SELECT id, total FROM orders ORDER BY id LIMIT 50 OFFSET $1', [Number(req.query.page) * 50]);
  res.json(rows);
});

app.get('/payments', async (req, res) => {
  // expect: pagination P3
  res.json(await knex('payments').orderBy('id').limit(50).offset(Number(req.query.page) * 50));
});
