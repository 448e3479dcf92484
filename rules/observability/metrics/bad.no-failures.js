// expect-project: metrics
const express = require('express');
const client = require('prom-client');
const { Pool } = require('pg');

const pool = new Pool();
const app = express();
const latency = new client.Histogram({ name: 'http_request_duration_seconds', help: 'latency', labelNames: ['route'] });
app.use((req, res, next) => {
  const end = latency.startTimer();
  res.on('finish', () => end({ route: req.route?.path }));
  next();
});
app.get('/orders', async (req, res) => res.json((await pool.query('SELECT * FROM orders LIMIT 50')).rows));
app.listen(3000);
