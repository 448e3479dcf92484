import { Pool } from 'pg';
import { createClient } from 'redis';

const problems: string[] = [];

function need(name: string): string {
  const value = process.env[name];
  if (!value) problems.push(name);
  return value as string;
}

// ok: env-unvalidated
export const databaseUrl = need('DATABASE_URL');
// ok: env-unvalidated
export const redisUrl = need('REDIS_URL');
if (problems.length) throw new Error(`missing settings: ${problems.join(', ')}`);

export const pool = new Pool({ connectionString: databaseUrl.trim() });
export const redis = createClient({ url: redisUrl.trim() });
