const express = require('express');
const bcrypt = require('bcrypt');
const jwt = require('jsonwebtoken');
const passport = require('passport');
const { expressjwt } = require('express-jwt');
const { ensureLoggedIn } = require('connect-ensure-login');
const basicAuth = require('express-basic-auth');
const { requiresAuth } = require('express-openid-connect');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.use(express.json());

// For everybody.
app.get('/health', async (req, res) => res.json(await pool.query('SELECT 1')));
app.post('/login', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM users WHERE email = $1', [req.body.email]);
  if (!rows[0] || !(await bcrypt.compare(req.body.password, rows[0].password))) return res.status(401).end();
  await pool.query('UPDATE users SET seen = now() WHERE id = $1', [rows[0].id]);
  res.json({ token: jwt.sign({ sub: rows[0].id }, process.env.JWT_SECRET, { expiresIn: '15m' }) });
});
app.post('/users', async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 12);
  const token = await createSession(await pool.query('INSERT INTO users (email, password) VALUES ($1, $2)', [req.body.email, password]));
  res.status(201).json({ token });
});
app.post('/auth/forgot-password', async (req, res) => {
  await pool.query('INSERT INTO resets (email) VALUES ($1)', [req.body.email]);
  res.sendStatus(202);
});
app.post('/api/contact', async (req, res) => {
  await pool.query('INSERT INTO contacts (text) VALUES ($1)', [req.body.text]);
  res.sendStatus(202);
});
app.get('/products', async (req, res) => res.json((await pool.query('SELECT * FROM products')).rows));

// By name of the library.
app.post('/a', passport.authenticate('jwt', { session: false }), write);
app.post('/b', expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }), write);
app.post('/c', ensureLoggedIn(), write);
app.post('/d', basicAuth({ users: { admin: process.env.ADMIN_PASSWORD } }), write);
app.post('/e', requiresAuth(), write);

// By what it does.
function guard(req, res, next) {
  const header = req.headers.authorization || '';
  try {
    req.user = jwt.verify(header.replace('Bearer ', ''), process.env.JWT_SECRET, { algorithms: ['HS256'] });
    next();
  } catch (error) {
    res.status(401).json({ error: 'no valid token' });
  }
}
app.post('/f', guard, write);
const checks = [guard, (req, res, next) => (req.user.role === 'editor' ? next() : res.sendStatus(403))];
app.post('/g', checks, write);
app.post('/h', (req, res, next) => {
  if (!req.session || !req.session.user) return res.redirect('/login');
  next();
}, write);
app.post('/i', function (req, res, next) {
  if (req.get('x-api-key') !== process.env.API_KEY) return res.status(403).send('no');
  next();
}, write);

// In the handler.
app.delete('/j/:id', async (req, res) => {
  if (!req.user) return res.status(401).json({ error: 'sign in' });
  await pool.query('DELETE FROM projects WHERE id = $1 AND owner = $2', [req.params.id, req.user.id]);
  res.sendStatus(204);
});
app.delete('/k/:id', async (req, res) => {
  const user = await userOrThrow(req);
  await pool.query('DELETE FROM projects WHERE id = $1 AND owner = $2', [req.params.id, user.id]);
  res.sendStatus(204);
});

// A wrapper.
const withUser = (handler) => async (req, res) => {
  const user = await userOrThrow(req);
  return handler(req, res, user);
};
app.put('/l/:id', withUser(async (req, res, user) => {
  await pool.query('UPDATE projects SET name = $1 WHERE id = $2 AND owner = $3', [req.body.name, req.params.id, user.id]);
  res.sendStatus(204);
}));

app.use('/m', guard);
app.post('/m/things', write);

async function userOrThrow(req) {
  const { rows } = await pool.query('SELECT * FROM sessions WHERE token = $1', [req.cookies.session]);
  if (!rows[0]) throw new UnauthorizedError('no session');
  return rows[0];
}

async function write(req, res) {
  await pool.query('INSERT INTO projects (name) VALUES ($1)', [req.body.name]);
  res.sendStatus(201);
}

app.listen(3000);
