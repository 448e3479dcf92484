// expect-project: metrics
import express from 'express';
import { collectDefaultMetrics, Counter, register } from 'prom-client';

collectDefaultMetrics();
const orders = new Counter({ name: 'orders_total', help: 'Orders' });
const app = express();
app.post('/orders', (req, res) => {
  orders.inc();
  res.json(req.body);
});
app.get('/metrics', async (req, res) => res.send(await register.metrics()));
app.listen(3000);
