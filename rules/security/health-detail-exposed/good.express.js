const express = require('express');
const { pool, redis } = require('./db');
const { requireAdmin } = require('./auth');
const jwt = require('jsonwebtoken');

const app = express();

app.get('/health', (req, res) => res.json({ status: 'ok', uptime: process.uptime(), time: new Date().toISOString() }));
app.get('/ping', (req, res) => res.send('pong'));

app.get('/ready', async (req, res) => {
  const checks = { database: 'up', cache: 'up' };
  try {
    await pool.query('select 1');
  } catch (err) {
    console.error(err);
    checks.database = 'down';
  }
  res.status(checks.database === 'up' ? 200 : 503).json({ checks });
});

function onlyAdmins(req, res, next) {
  const claims = jwt.verify(req.headers.authorization, process.env.JWT_KEY, { algorithms: ['HS256'] });
  if (claims.role !== 'admin') return res.status(403).end();
  next();
}

// Whoever gets this is known.
app.get('/health/details', onlyAdmins, (req, res) => res.json({ memory: process.memoryUsage(), node: process.version }));

// The state of an order is no state of the service.
app.get('/orders/:id/status', async (req, res) => {
  const order = await pool.query('select host from orders where id = $1', [req.params.id]);
  res.json({ host: order.rows[0].host, memory: process.memoryUsage() });
});

// Only tested, not told.
app.get('/healthz', (req, res) => {
  if (process.memoryUsage().rss > Number(process.env.MAX_RSS)) return res.status(503).json({ status: 'overloaded' });
  return res.json({ status: process.env.DATABASE_URL ? 'ok' : 'unconfigured' });
});

if (process.env.NODE_ENV !== 'production') {
  app.get('/health/debug', (req, res) => res.json({ env: process.env }));
}

module.exports = app;

// What others send through the same helper is not this route's answer.
function sendText(res, text) {
  res.contentType('text/plain');
  res.send(text);
}
app.get('/api/status', (req, res) => sendText(res, 'alive'));
app.use((err, req, res, next) => {
  if (err.status === 400) sendText(res, err.message);
  else next(err);
});
