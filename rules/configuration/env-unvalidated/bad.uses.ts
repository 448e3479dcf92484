import { Client } from 'pg';

// expect: env-unvalidated P1
export const client = new Client({ connectionString: process.env.DATABASE_URL });

export function headers() {
  // expect: env-unvalidated
  return { authorization: `Bearer ${process.env.PARTNER_API_KEY}` };
}

// A default is no check.
// expect: env-unvalidated
export const redis = process.env.REDIS_URL ?? 'redis://localhost';

// Only logged.
// expect: env-unvalidated
if (!process.env.SENTRY_DSN) console.warn('no SENTRY_DSN');
