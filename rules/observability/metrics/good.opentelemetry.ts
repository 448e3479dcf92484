import { metrics } from '@opentelemetry/api';
import express from 'express';

const duration = metrics.getMeter('orders').createHistogram('http.server.duration');
const failures = metrics.getMeter('orders').createCounter('http.server.errors');
const app = express();
app.post('/orders', (req, res) => {
  duration.record(1);
  failures.add(0);
  res.json(req.body);
});
app.listen(3000);
