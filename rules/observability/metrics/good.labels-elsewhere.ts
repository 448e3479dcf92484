import express from 'express';
import { Histogram } from 'prom-client';
import { LABELS } from './labels';

// What tells requests apart stands elsewhere.
const latency = new Histogram({ name: 'http_request_duration_seconds', help: 'latency', labelNames: LABELS });
const app = express();
app.use((req, res, next) => {
  const end = latency.startTimer();
  res.on('finish', () => end({ route: req.path }));
  next();
});
app.post('/orders', (req, res) => res.json(req.body));
app.listen(3000);
