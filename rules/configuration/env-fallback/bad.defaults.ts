import fastifyEnv from '@fastify/env';
import { plainToInstance } from 'class-transformer';
import { IsUrl } from 'class-validator';
import envSchema from 'env-schema';
import Fastify from 'fastify';
import * as v from 'valibot';
import { parseEnv } from 'znv';
import { z } from 'zod';

export const zod = z
  .object({
    // expect: env-fallback
    SEARCH_URL: z.url().prefault('http://localhost:9200'),
    // expect: env-fallback
    MAIL_HOST: z.string().catch('localhost'),
    // expect: env-fallback
    QUEUE_URL: z.string().default(() => 'amqp://localhost'),
  })
  .parse(process.env);

export const valibot = v.parse(
  v.object({
    // expect: env-fallback
    CACHE_URL: v.optional(v.string(), 'redis://localhost'),
    LEDGER_URL: v.optional(v.string()),
  }),
  process.env,
);

export const ajv = envSchema({
  schema: {
    type: 'object',
    properties: {
      // expect: env-fallback
      BILLING_URL: { type: 'string', default: 'http://billing:3000' },
      LOG_LEVEL: { type: 'string', default: 'info' },
    },
  },
});

const schema = {
  type: 'object',
  properties: {
    // expect: env-fallback
    STORAGE_ENDPOINT: { type: 'string', default: 'http://minio:9000' },
  },
};
await Fastify().register(fastifyEnv, { schema, dotenv: true });

export const znv = parseEnv(process.env, {
  // expect: env-fallback
  METRICS_URL: { schema: z.string(), defaults: { _: 'http://localhost:9090' } },
});

class EnvironmentVariables {
  @IsUrl()
  // expect: env-fallback
  TRACES_ENDPOINT: string = 'http://localhost:4318';
}
export const instance = plainToInstance(EnvironmentVariables, process.env);
