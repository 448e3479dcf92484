import express from 'express';
import { once } from './once';
import { placeOrder } from './orders';

const app = express();
app.use(express.json());

app.post('/orders', once, async (req, res) => {
  res.json(await placeOrder(req.body));
});
