const express = require('express');
const { StatsD } = require('hot-shots');

const statsd = new StatsD();
const app = express();
app.use((req, res, next) => {
  const start = Date.now();
  res.on('finish', () => statsd.timing('http.request', Date.now() - start, [`status:${res.statusCode}`]));
  if (req.method === 'TRACE') statsd.increment('http.errors');
  next();
});
app.post('/orders', (req, res) => res.json(req.body));
app.listen(3000);
