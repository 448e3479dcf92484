import { cleanEnv, host, port, str, url } from 'envalid';

// Harmless ones may have defaults.
export const listen = Number(process.env.PORT ?? 3000);
export const bind = process.env.HOST || '0.0.0.0';
export const level = process.env.LOG_LEVEL || 'info';
export const mode = process.env.NODE_ENV ?? 'development';
export const zone = process.env.TZ ?? 'UTC';
export const retries = Number(process.env.HTTP_RETRIES || 3);
export const timeout = parseInt(process.env.REDIS_TIMEOUT_MS ?? '500', 10);

// A public address of a third party is the same everywhere.
export const openai = process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1';

export const status = process.env.STATUS_URL ?? 'https://api.acme.dev';
export const avatars = process.env.AVATAR_ENDPOINT || 'https://avatars.acme.com?size=';
// No place at all.
export const frames = process.env.FRAME_ORIGINS ?? "'self'";
export const proxy = process.env.MIRROR_URL ?? false;
export const blocked = (process.env.BLOCKED_HOSTS ?? 'ads.example').split(',');
export const drop = process.env.DROP_DATABASE ?? 'no';
// Shown, not used.
export const field = { label: 'URL', placeholder: process.env.UNSTRUCTURED_URL || 'http://localhost:8000' };
// The platform sets it.
export const own = process.env.VERCEL_URL ?? 'localhost:3000';

// No fallback.
export const redis = process.env.REDIS_URL;
export const replica = process.env.REPLICA_URL ?? process.env.DATABASE_URL;
export const database = process.env.DATABASE_URL ?? missing('DATABASE_URL');

function missing(name: string): never {
  throw new Error(`${name} is not set`);
}

export function requireEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
export const searchHost = requireEnv('SEARCH_HOST');

// Only a development machine gets the default.
export const env = cleanEnv(process.env, { DB_HOST: host({ devDefault: 'localhost' }), DB_PORT: port(), APP_URL: url(), DB_USER: str() });

// Reached only outside production.
export let mailHost = process.env.SMTP_HOST;
if (process.env.NODE_ENV !== 'production') {
  mailHost = process.env.SMTP_HOST || 'localhost';
}

// ok: env-fallback
export const bindTo = process.env.APP_HOST ?? '0.0.0.0';
