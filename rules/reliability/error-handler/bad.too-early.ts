import { orders } from './orders.js';
import express, { type Request, type Response, type NextFunction } from 'express';

// expect: error-handler
export const app = express();

app.use((error: Error, req: Request, res: Response, next: NextFunction) => {
  res.status(500).json({ error: 'internal' });
});

app.get('/orders', async (req, res) => {
  res.json(await orders());
});
