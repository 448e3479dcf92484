import { Redis } from 'ioredis';

// expect: env-fallback P1
const redisUrl = process.env.REDIS_URL || 'redis://localhost:6379';
// expect: env-fallback
const databaseHost = process.env.DB_HOST ?? 'localhost';
// expect: env-fallback
const { SMTP_HOST = '127.0.0.1', LOG_LEVEL = 'info' } = process.env;
// expect: env-fallback
const smtpPort = Number(process.env.SMTP_PORT || '25');
// expect: env-fallback
const billing = process.env.BILLING_URL ? process.env.BILLING_URL : 'http://billing:3000';
// expect: env-fallback
const taxRate = parseFloat(process.env.TAX_RATE ?? '0.2');

// expect: env-fallback
let searchUrl = process.env.SEARCH_URL;
if (!searchUrl) searchUrl = 'http://localhost:9200';

// expect: env-fallback
const brokers = process.env.KAFKA_BROKERS?.split(',') ?? ['localhost:9092'];

// expect: env-fallback
export const api = import.meta.env.API_ENDPOINT || 'http://localhost:4000';

// expect: env-fallback
const queue = Deno.env.get('QUEUE_URL') ?? 'amqp://localhost';
// expect: env-fallback
const bucket = Bun.env.UPLOADS_BUCKET || 'uploads-dev';

// Two variables, and a literal behind both.
// expect: env-fallback
const primary = process.env.PRIMARY_DB_URL || process.env.DATABASE_URL || 'postgres://localhost/app';

// Put aside, and replaced where it is used.
// expect: env-fallback
const metricsUrl = process.env.METRICS_URL;
export const metrics = () => fetch(metricsUrl ?? 'http://localhost:9090');

// The host is written in the source, the port is not.
// expect: env-fallback
export const self = process.env.PUBLIC_API_URL || 'http://127.0.0.1:' + process.env.PORT;
// expect: env-fallback
export const site = process.env.SITE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;

// Test systems and private addresses are no public places.
// expect: env-fallback
export const payments = process.env.PAYMENTS_URL ?? 'https://api.sandbox.payments.com';
// expect: env-fallback
export const ledger = process.env.LEDGER_URL ?? 'https://10.0.3.7/ledger';
// expect: env-fallback P2
export const port = process.env.DB_PORT || 5432;

export const connections = { redis: new Redis(redisUrl), databaseHost, SMTP_HOST, LOG_LEVEL, smtpPort, billing, taxRate, searchUrl, brokers, queue, bucket, primary };

// A name that says nothing, and an address that says it all.
// expect: env-fallback P1
export const brokers = [process.env.KAFKA || 'localhost:9092'];
