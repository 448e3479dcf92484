import { fromEnv } from './env.js';

export const config = {
  port: Number(fromEnv('PORT', '3000')),
  // expect: env-fallback
  redis: fromEnv('REDIS_URL', 'redis://localhost:6379'),
  database: fromEnv('DATABASE_URL'),
};
