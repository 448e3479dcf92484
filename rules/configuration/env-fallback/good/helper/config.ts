import { fromEnv } from './env.js';

export const config = {
  port: Number(fromEnv('PORT', '3000')),
  redis: fromEnv('REDIS_URL'),
  database: fromEnv('DATABASE_URL'),
};
