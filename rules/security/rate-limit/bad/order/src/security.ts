import type { Application } from 'express';
import rateLimit from 'express-rate-limit';

export function security(app: Application): void {
  app.use(rateLimit({ windowMs: 60_000, limit: 100 }));
}
