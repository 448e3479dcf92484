import * as Sentry from '@sentry/node';
import express from 'express';
import { orders } from './orders.js';

const app = express();

app.get('/orders', async (req, res) => {
  res.json(await orders());
});

// It hears of all failures, and Express answers them.
if (process.env.SENTRY_DSN) {
  Sentry.setupExpressErrorHandler(app);
}

export { app };
