import { Router } from 'express';
import { load } from './store';

export const orders = Router();
orders.get('/:id', async (req, res) => {
  res.json(await load(req.params.id));
});
