import express from 'express';
import { Pool } from 'pg';
import { placeOrder } from './orders';

const pool = new Pool();
export const routes = express.Router();

routes.post('/orders', async (req, res) => {
  await placeOrder(pool, req.body.customer, req.body.sku);
  res.sendStatus(201);
});
