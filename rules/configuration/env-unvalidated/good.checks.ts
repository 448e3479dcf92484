import assert from 'node:assert';
import { ConfigModule } from '@nestjs/config';
import convict from 'convict';
import { createEnv } from '@t3-oss/env-core';
import { cleanEnv, str } from 'envalid';
import Joi from 'joi';
import invariant from 'tiny-invariant';
import { z } from 'zod';

const base = z.object({ DATABASE_URL: z.string().url() });
const schema = base.extend({ PARTNER_API_KEY: z.string().min(20) }).strict();
const parsed = schema.safeParse(process.env);
if (!parsed.success) process.exit(1);
export const key = process.env.PARTNER_API_KEY;
export const database = process.env.DATABASE_URL;

cleanEnv(process.env, { REDIS_URL: str() });
export const redis = process.env.REDIS_URL;

if (!process.env.SESSION_SECRET) throw new Error('SESSION_SECRET is not set');
export const session = process.env.SESSION_SECRET;

const REQUIRED = ['SMTP_HOST', 'SMTP_PASSWORD'];
for (const name of REQUIRED) {
  if (!process.env[name]) throw new Error(`${name} is not set`);
}
export const mail = { host: process.env.SMTP_HOST, password: process.env.SMTP_PASSWORD };

const missing = ['QUEUE_URL', 'SEARCH_URL'].filter((name) => !process.env[name]);
if (missing.length > 0) throw new Error(`not set: ${missing.join(', ')}`);
export const queue = process.env.QUEUE_URL;

assert(process.env.METRICS_URL, 'METRICS_URL is not set');
export const metrics = process.env.METRICS_URL;
invariant(process.env.TRACES_ENDPOINT);
export const traces = process.env.TRACES_ENDPOINT;

export const module = ConfigModule.forRoot({ validationSchema: Joi.object({ BILLING_URL: Joi.string().required() }) });
export const billing = process.env.BILLING_URL;

export const edge = createEnv({ server: { EDGE_URL: z.string() }, runtimeEnv: process.env });
export const edgeUrl = process.env.EDGE_URL;

export const configuration = convict({ db: { host: { format: String, default: null, env: 'DB_HOST' } } });
export const host = process.env.DB_HOST;

export const url = process.env.ASSETS_URL ?? fail('ASSETS_URL');
function fail(name: string): never {
  throw new Error(`${name} is not set`);
}
