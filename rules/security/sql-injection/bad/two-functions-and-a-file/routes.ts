import { Router } from 'express';
import { findOrders } from './orders.js';

export const router = Router();

router.get('/orders', async (req, res) => {
  const { status } = req.query;
  res.json(await findOrders({ status: status as string, limit: Number(req.query.limit) }));
});
