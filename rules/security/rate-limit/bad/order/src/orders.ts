import { Router } from 'express';

export const orders = Router();
// expect: rate-limit P1
orders.get('/', (_req, res) => void res.json([]));
