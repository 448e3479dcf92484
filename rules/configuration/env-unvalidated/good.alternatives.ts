import { readFile } from 'node:fs/promises';
import { createClient } from 'redis';

// Either the address, or its parts.
export const store = process.env.STORE_URL
  ? createClient({ url: process.env.STORE_URL })
  : createClient({ socket: { host: process.env.STORE_HOST }, username: process.env.STORE_USER, password: process.env.STORE_PASSWORD });

// The program itself fetches it, and stops when it cannot.
process.env.PARTNER_API_KEY = await readFile('/run/secrets/partner', 'utf8');
export const headers = () => ({ authorization: `Bearer ${process.env.PARTNER_API_KEY}` });

// A cache may have no password, a key file no passphrase.
export const cache = createClient({ password: process.env.REDIS_PASSWORD || '' });
export const keyFile = { path: '/etc/key.pem', passphrase: process.env.KEY_PASSPHRASE ?? '' };

// What watches the program is off where it is not set; another stage is not production.
export const sentry = { dsn: process.env.SENTRY_DSN };
export const testKey = { key: process.env.STRIPE_SECRET_KEY_TEST };
// AWS has an endpoint of its own, a cookie without a domain belongs to this host.
export const bucket = { endpoint: process.env.AWS_S3_ENDPOINT, cookieDomain: process.env.COOKIE_DOMAIN };
