import express from 'express';
import { load } from './store';
import { env } from './settings';

const app = express();
app.get('/orders/:id', async (req, res) => res.json(await load(req.params.id)));

// What went wrong inside is hidden in production; what a client did wrong is told.
app.use((err, req, res, next) => {
  const status = err.statusCode ?? 500;
  // ok: error-detail-exposed
  res.status(status).json({ message: status >= 500 && process.env.NODE_ENV === 'production' ? 'Internal Server Error' : err.message });
});
app.use((err, req, res, next) => {
  const body = { message: env === 'production' && err.status >= 500 ? 'Internal Server Error' : err.message };
  // ok: error-detail-exposed
  res.status(err.status).json(body);
});
app.use((err, req, res, next) => {
  // ok: error-detail-exposed
  res.status(500).json({ message: process.env.NODE_ENV !== 'production' || err.expose ? err.message : 'Internal Server Error' });
});
app.listen(3000);
