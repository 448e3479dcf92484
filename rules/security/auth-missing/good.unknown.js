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
