// expect-project: error-tracking
import * as Sentry from '@sentry/node';
import express, { type NextFunction, type Request, type Response } from 'express';

Sentry.init({ dsn: process.env.SENTRY_DSN });

const app = express();
app.get('/orders', (req, res) => res.json([]));
app.use((error: Error, req: Request, res: Response, next: NextFunction) => {
  console.error(error);
  res.status(500).json({ error: 'internal' });
});
app.listen(3000);
