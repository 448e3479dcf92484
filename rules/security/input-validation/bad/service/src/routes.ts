import { Router } from 'express';
import { createOrder } from './orders.controller';

export const routes = Router();
// expect: input-validation P0
routes.post('/orders', createOrder);
