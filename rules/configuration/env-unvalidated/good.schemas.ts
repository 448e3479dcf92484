import { ConfigModule, registerAs } from '@nestjs/config';
import { plainToInstance } from 'class-transformer';
import { IsString, IsUrl, validateSync } from 'class-validator';
import envSchema from 'env-schema';
import * as v from 'valibot';
import * as yup from 'yup';
import { parseEnv } from 'znv';
import { z } from 'zod';

const shared = { QUEUE_URL: z.string() };
const checked = z
  .object({ ...shared, DATABASE_URL: z.string(), REPLICA_URL: z.string().optional() })
  .superRefine((env, context) => {
    if (env.DATABASE_URL === env.QUEUE_URL) context.addIssue({ code: 'custom', message: 'the same' });
  }) satisfies z.ZodType;
export const env = checked.parse({ QUEUE_URL: process.env.QUEUE_URL, DATABASE_URL: process.env.DATABASE_URL, REPLICA_URL: process.env.REPLICA_URL });

export const ajv = envSchema({ schema: { type: 'object', required: ['SEARCH_URL'], properties: { SEARCH_URL: { type: 'string' } } } });
export const search = process.env.SEARCH_URL;

export const parsed = parseEnv(process.env, { MAIL_HOST: z.string() });
export const mail = process.env.MAIL_HOST;

export const valid = v.parse(v.object({ CACHE_URL: v.string() }), process.env);
export const cache = process.env.CACHE_URL;
export const cast = yup.object({ BILLING_URL: yup.string().required() }).validateSync(process.env);
export const billing = process.env.BILLING_URL;

class EnvironmentVariables {
  @IsUrl()
  METRICS_URL!: string;
  @IsString()
  SIGNING_KEY!: string;
}
export function validate(config: Record<string, unknown>) {
  const instance = plainToInstance(EnvironmentVariables, config, { enableImplicitConversion: true });
  if (validateSync(instance).length > 0) throw new Error('the environment is incomplete');
  return instance;
}
export const module = ConfigModule.forRoot({ validate });
export const metrics = registerAs('metrics', () => ({ url: process.env.METRICS_URL, key: process.env.SIGNING_KEY }));

// One value at a time.
export const traces = z.url().parse(process.env.TRACES_ENDPOINT);

// A check by a method, and in a loop over pairs.
if (!process.env.LEDGER_URL?.trim()) throw new Error('LEDGER_URL is not set');
export const ledger = process.env.LEDGER_URL;
