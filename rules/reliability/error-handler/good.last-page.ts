import express, { type Request, type Response, type NextFunction } from 'express';
import path from 'node:path';
import { orders } from './orders.js';

export const app = express();

app.get('/orders', async (req, res) => {
  res.json(await orders());
});

app.use((error: Error, req: Request, res: Response, next: NextFunction) => {
  res.status(500).json({ error: 'internal' });
});

// What only answers with what is at hand cannot fail.
app.get('/', (req, res) => {
  res.set('Content-Type', 'text/html');
  res.send('<!doctype html>');
});
app.get('*', (req, res) => res.status(404).send('not found'));
app.get('/pages/*', (req, res) => {
  if (path.parse(req.url).ext !== '') res.status(404);
  res.send('<!doctype html>');
});
