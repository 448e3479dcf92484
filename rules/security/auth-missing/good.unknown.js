// What cannot be told is no finding: a router that is mounted elsewhere, a guard from elsewhere, a caller told by a gateway, a request
// that is handed on.
const express = require('express');
const { Pool } = require('pg');
const { guarded } = require('./not-in-sight');
const service = require('./service-not-in-sight');

const app = express();
const router = express.Router();
const pool = new Pool();

router.post('/things', write);
app.post('/a', guarded, write);
app.post('/b', async (req, res) => {
  await pool.query('INSERT INTO things (name, owner) VALUES ($1, $2)', [req.body.name, req.headers['x-user-id']]);
  res.sendStatus(201);
});
app.post('/c', async (req, res) => {
  const context = await service.contextOf(req);
  await pool.query('INSERT INTO things (name, owner) VALUES ($1, $2)', [req.body.name, context.owner]);
  res.sendStatus(201);
});
app.use('/graphql', async (req, res) => {
  res.json(await pool.query('SELECT 1'));
});

async function write(req, res) {
  await pool.query('INSERT INTO things (name) VALUES ($1)', [req.body.name]);
  res.sendStatus(201);
}

module.exports = router;
app.listen(3000);

// Questions that a page asks before anybody has signed in, what is for sale, and addresses that another router takes apart.
app.get('/users/availability', async (req, res) => res.json({ free: (await pool.query('SELECT 1 FROM users WHERE name = $1', [req.query.name])).rowCount === 0 }));
app.get('/admin/owner-created', async (req, res) => res.json((await pool.query('SELECT id FROM users LIMIT 1')).rows.length > 0));
app.get('/admin-can-register', async (req, res) => res.json((await pool.query('SELECT id FROM users LIMIT 1')).rows.length === 0));
app.post('/visits', async (req, res) => {
  await pool.query('INSERT INTO visits (page) VALUES ($1)', [req.body.page]);
  res.sendStatus(204);
});
app.post('/api/*rest', async (req, res) => {
  await pool.query('UPDATE api_tokens SET used_at = now() WHERE token = $1', [req.get('authorization')]);
  res.json(await procedures.handle(req));
});
app.post('/users/platform', async (req, res) => {
  const user = await platforms.find(req.body.code);
  await pool.query('UPDATE users SET seen_at = now() WHERE id = $1', [user.id]);
  storeTokenInCookie(res, user);
  res.sendStatus(204);
});
