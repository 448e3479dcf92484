// A gauge of the last duration is a poor measure, and one.
import express from 'express';
import { Counter, Gauge } from 'prom-client';

const total = new Counter({ name: 'http_requests_total', help: 'requests', labelNames: ['status'] });
const last = new Gauge({ name: 'http_request_duration_seconds', help: 'duration', labelNames: ['status'] });
const app = express();
app.use((req, res, next) => {
  const start = process.hrtime.bigint();
  res.on('finish', () => {
    total.labels(String(res.statusCode)).inc();
    last.labels(String(res.statusCode)).set(Number(process.hrtime.bigint() - start) / 1e9);
  });
  next();
});
app.listen(3000);
