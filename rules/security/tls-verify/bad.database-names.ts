import { Pool } from 'pg';
import Redis from 'ioredis';

const anyName = () => undefined;
// Told once: nothing is checked at all.
export const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  // expect: tls-verify
  ssl: { rejectUnauthorized: false, checkServerIdentity: anyName },
});

export const redis = new Redis(process.env.REDIS_URL!, {
  // expect: tls-verify
  tls: { checkServerIdentity: () => undefined },
});

// The chain is checked, as with sslmode=verify-ca: told at low confidence.
// expect: tls-verify
export const third = new Pool({ connectionString: process.env.DATABASE_URL, ssl: { checkServerIdentity: () => undefined } });

function resolveSslConfig(isLocal: boolean) {
  if (isLocal) return undefined;
  // expect: tls-verify
  return { checkServerIdentity: () => undefined };
}
export const second = new Pool({ connectionString: process.env.DATABASE_URL, ssl: resolveSslConfig(false) });

declare const env: { isProduction: boolean; PGSSLMODE?: string };
const isSslDisabled = env.PGSSLMODE === 'disable';
export const fourth = new Pool({
  connectionString: process.env.DATABASE_URL,
  // Asked for is no encryption, and that is refused here.
  // expect: tls-verify
  ssl: env.isProduction && !isSslDisabled ? { rejectUnauthorized: false } : false,
});
