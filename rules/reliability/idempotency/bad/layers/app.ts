import express from 'express';
import { placeOrder } from './orders';

const app = express();
app.use(express.json());

// expect: idempotency P1
app.post('/api/v1/orders', async (req, res) => {
  res.json(await placeOrder(req.body));
});
