const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const router = express.Router();

router.get('/filter', async (req, res) => {
  const { city, minimum } = req.query;
  let sql = 'SELECT * FROM shops WHERE open = true';
  if (city) sql += ` AND city = '${city}'`;
  if (minimum) {
    sql += ' AND rating >= ' + minimum;
  }
  sql += ' ORDER BY name';
  // expect: sql-injection P0
  res.json((await pool.query(sql)).rows);
});

router.get('/conditions', async (req, res) => {
  const conditions = ['open = true'];
  for (const [column, value] of Object.entries(req.query)) {
    conditions.push(`${column} = '${value}'`);
  }
  // expect: sql-injection P0
  res.json((await pool.query('SELECT * FROM shops WHERE ' + conditions.join(' AND '))).rows);
});

router.get('/sort', async (req, res) => {
  const { sort } = req.query;
  if (!sort) return res.status(400).end();
  // Being there is not being harmless.
  // expect: sql-injection P0
  res.json((await pool.query(`SELECT * FROM shops ORDER BY ${sort}`)).rows);
});

router.get('/blocked', async (req, res) => {
  const sort = req.query.sort;
  const forbidden = ['password', 'secret'];
  if (forbidden.includes(sort)) return res.status(400).end();
  // expect: sql-injection P0
  res.json((await pool.query('SELECT * FROM shops ORDER BY ' + sort)).rows);
});

router.post('/insert', async (req, res) => {
  const columns = Object.keys(req.body);
  const places = columns.map((_, index) => `$${index + 1}`);
  // expect: sql-injection P0
  await pool.query(`INSERT INTO shops (${columns.join(', ')}) VALUES (${places.join(', ')})`, Object.values(req.body));
  res.sendStatus(201);
});

router.get('/untagged', async (req, res) => {
  // String.raw is a tag that makes nothing safe.
  // expect: sql-injection P0
  res.json((await pool.query(String.raw`SELECT * FROM shops WHERE name ~ '\w${req.query.name}'`)).rows);
});

router.get('/defaulted', async (req, res) => {
  const { sort = 'name', order = 'asc' } = req.query;
  const clause = ['ORDER BY', sort, order].join(' ');
  // expect: sql-injection P0
  res.json((await pool.query('SELECT * FROM shops ' + clause)).rows);
});

router.get('/formatted', async (req, res) => {
  const template = "SELECT * FROM shops WHERE name = '{name}'";
  // expect: sql-injection P0
  res.json((await pool.query(template.replace('{name}', req.query.name))).rows);
});

module.exports = router;
