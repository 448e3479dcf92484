import Ajv from 'ajv';
import express from 'express';
import { Pool } from 'pg';
import { object, string, assert } from 'superstruct';
import { type } from 'arktype';

const pool = new Pool();
const app = express();
app.use(express.json());
const isLogin = new Ajv().compile({ type: 'object', properties: { name: { type: 'string' }, id: { type: 'integer' } } });
const Login = object({ name: string() });
const Query = type({ name: 'string', order: "'asc' | 'desc'" });

app.post('/ajv', async (req, res) => {
  if (!isLogin(req.body)) return res.sendStatus(400);
  // A text is a text, whatever it says.
  // expect: sql-injection
  await pool.query(`SELECT * FROM users WHERE name = '${req.body.name}'`);
  // ok: sql-injection
  res.json(await pool.query(`SELECT * FROM users WHERE id = ${req.body.id}`));
});

app.post('/superstruct', async (req, res) => {
  assert(req.body, Login);
  // expect: sql-injection
  res.json(await pool.query(`SELECT * FROM users WHERE name = '${req.body.name}'`));
});

app.post('/arktype', async (req, res) => {
  const query = Query(req.body);
  if (query instanceof type.errors) return res.sendStatus(400);
  // ok: sql-injection
  await pool.query(`SELECT * FROM users ORDER BY name ${query.order}`);
  // expect: sql-injection
  res.json(await pool.query(`SELECT * FROM users WHERE name = '${query.name}'`));
});
