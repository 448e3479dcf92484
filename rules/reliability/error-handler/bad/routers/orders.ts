import { Router } from 'express';

export const orders = Router();
orders.get('/', (req, res, next) => {
  next(new Error('not yet'));
});
