const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const router = express.Router();
const SORTS = { name: 'name ASC', newest: 'created_at DESC' };
const ALLOWED = ['name', 'city', 'rating'];
const LISTED = new Set(ALLOWED);
const BASE = 'SELECT * FROM shops';
const OPEN = ' WHERE open = true';

router.get('/filter', async (req, res) => {
  const { city, minimum } = req.query;
  const values = [];
  let sql = BASE + OPEN;
  if (city) {
    values.push(city);
    sql += ` AND city = $${values.length}`;
  }
  if (minimum) sql += ' AND rating >= ' + parseFloat(minimum);
  res.json((await pool.query(sql, values)).rows);
});

router.get('/conditions', async (req, res) => {
  const conditions = [];
  const values = [];
  if (req.query.city) {
    conditions.push('city = $1');
    values.push(req.query.city);
  }
  if (req.query.open === 'true') conditions.push('open = true');
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  res.json((await pool.query(`${BASE} ${where}`, values)).rows);
});

router.get('/direction', async (req, res) => {
  const { dir } = req.query;
  res.json((await pool.query(`SELECT * FROM shops ORDER BY name ${dir === 'asc' ? 'ASC' : 'DESC'}`)).rows);
});

router.get('/includes', async (req, res) => {
  const sort = req.query.sort;
  if (!ALLOWED.includes(sort)) return res.status(400).end();
  res.json((await pool.query(`SELECT * FROM shops ORDER BY ${sort}`)).rows);
});

router.get('/either', async (req, res) => {
  const column = LISTED.has(req.query.sort) ? req.query.sort : 'name';
  res.json((await pool.query(`SELECT * FROM shops ORDER BY ${column}`)).rows);
});

router.get('/table', async (req, res) => {
  const order = SORTS[req.query.sort] ?? SORTS.name;
  res.json((await pool.query(`SELECT * FROM shops ORDER BY ${order}`)).rows);
});

router.get('/own', async (req, res) => {
  const { sort } = req.query;
  if (!Object.hasOwn(SORTS, sort)) return res.status(400).end();
  res.json((await pool.query('SELECT * FROM shops ORDER BY ' + SORTS[sort])).rows);
});

router.get('/switch', async (req, res) => {
  let order;
  switch (req.query.sort) {
    case 'name':
      order = 'name';
      break;
    case 'newest':
      order = 'created_at DESC';
      break;
    default:
      order = 'id';
  }
  res.json((await pool.query('SELECT * FROM shops ORDER BY ' + order)).rows);
});

router.get('/pattern', async (req, res) => {
  const { column } = req.query;
  if (!/^[a-z_]+$/.test(column)) return res.status(400).end();
  res.json((await pool.query(`SELECT ${column} FROM shops`)).rows);
});

router.get('/stripped', async (req, res) => {
  const column = String(req.query.column).replace(/[^a-zA-Z0-9_]/g, '');
  res.json((await pool.query(`SELECT "${column}" FROM shops`)).rows);
});

router.post('/insert', async (req, res) => {
  const columns = ALLOWED.filter((column) => column in req.body);
  const places = columns.map((_, index) => `$${index + 1}`);
  await pool.query(`INSERT INTO shops (${columns.join(', ')}) VALUES (${places.join(', ')})`, columns.map((column) => req.body[column]));
  res.sendStatus(201);
});

router.post('/known-columns', async (req, res) => {
  const columns = Object.keys(req.body).filter((column) => ALLOWED.includes(column));
  await pool.query(`UPDATE shops SET ${columns.map((column, index) => `${column} = $${index + 1}`).join(', ')}`, columns.map((column) => req.body[column]));
  res.sendStatus(204);
});

router.get('/page', async (req, res) => {
  const page = +req.query.page || 1;
  const size = Math.min(100, Number.parseInt(req.query.size, 10) || 20);
  res.json((await pool.query(`SELECT * FROM shops LIMIT ${size} OFFSET ${(page - 1) * size}`)).rows);
});

router.post('/bulk', async (req, res) => {
  const rows = req.body.rows;
  const places = rows.map((_, row) => `($${row * 2 + 1}, $${row * 2 + 2})`).join(', ');
  await pool.query(`INSERT INTO shops (name, city) VALUES ${places}`, rows.flatMap((row) => [row.name, row.city]));
  res.sendStatus(201);
});

module.exports = router;
