import { Redis } from 'ioredis';

// Only where it is set.
export const cache = process.env.CACHE_URL ? new Redis(process.env.CACHE_URL) : null;
if (process.env.TRACES_ENDPOINT) start(process.env.TRACES_ENDPOINT);
export const mirror = process.env.MIRROR_URL && new Redis(process.env.MIRROR_URL);

// It says that it may be missing.
export const password = process.env.REDIS_PASSWORD || undefined;
export const origins = process.env.CORS_ORIGINS?.split(',');
export const replica = process.env.REPLICA_URL ?? process.env.DATABASE_URL;
if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is not set');

// Compared with a constant.
export const isLocal = process.env.MAIL_HOST === 'localhost';

// Put aside, and tested before it is used.
const webhook = process.env.ALERTS_URL;
export function alert(text: string) {
  if (!webhook) return;
  return fetch(webhook, { method: 'POST', body: text, signal: AbortSignal.timeout(1000) });
}

// A test in a variable, and one in a function.
const hasUploads = process.env.UPLOADS_BUCKET && process.env.UPLOADS_SECRET_KEY;
export const uploads = hasUploads ? { bucket: process.env.UPLOADS_BUCKET, key: `${process.env.UPLOADS_SECRET_KEY}` } : null;
function isSearchEnabled() {
  return Boolean(process.env.SEARCH_URL);
}
export function search() {
  if (!isSearchEnabled()) return [];
  return [`${process.env.SEARCH_URL}/query`];
}

// The helper tests what it is given.
export const license = withDefault(process.env.LICENSE_KEY);
function withDefault(value: string | undefined) {
  return value ?? 'community';
}
export const region = firstOf(undefined, process.env.BUCKET_HOST);
function firstOf(...values: (string | undefined)[]) {
  return values.find(Boolean);
}

// One function takes another way without it; the others may use it.
export function client() {
  const endpoint = process.env.STORAGE_ENDPOINT;
  return endpoint ? { endpoint, forcePathStyle: true } : {};
}
export const options = { endpoint: process.env.STORAGE_ENDPOINT };

// The platform and the bundler give these.
export const own = `https://${process.env.VERCEL_URL}`;
export const site = `${process.env.NEXT_PUBLIC_SITE_URL}/about`;

declare function start(url: string): void;

// The key of a puzzle stands in the page; without it no puzzle is shown.
export const page = () => `<script>show('${process.env.TURNSTILE_KEY || ''}')</script>`;
