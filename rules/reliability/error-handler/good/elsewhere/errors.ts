import type { Application, ErrorRequestHandler } from 'express';

const answer: ErrorRequestHandler = (error, _req, res, _next) => {
  res.status(500).json({ error: 'internal' });
};

export function setupErrors(app: Application) {
  app.use(answer);
}
