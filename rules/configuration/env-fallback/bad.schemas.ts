import { ConfigService } from '@nestjs/config';
import convict from 'convict';
import { cleanEnv, str, url } from 'envalid';
import { get } from 'env-var';
import Joi from 'joi';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().default(3000),
  // expect: env-fallback
  DATABASE_URL: z.string().url().default('postgres://localhost:5432/app'),
  QUEUE_URL: z.string(),
});
export const env = schema.parse(process.env);

export const cleaned = cleanEnv(process.env, {
  // expect: env-fallback
  REDIS_URL: url({ default: 'redis://localhost' }),
  // expect: env-fallback
  MAIL_HOST: str({ default: 'localhost', desc: 'where mail goes' }),
});

export const configuration = convict({
  db: {
    // expect: env-fallback
    host: {
      doc: 'database host',
      format: String,
      default: 'localhost',
      env: 'DB_HOST',
    },
  },
});

const rules = Joi.object({
  // expect: env-fallback
  ELASTIC_URL: Joi.string().uri().default('http://localhost:9200'),
}).unknown();
export const { value } = rules.validate(process.env);

// expect: env-fallback
export const broker = get('AMQP_URL').default('amqp://localhost').asString();

export class Mailer {
  constructor(private readonly config: ConfigService) {}
  host() {
    // expect: env-fallback
    return this.config.get<string>('SMTP_HOST', 'localhost');
  }
  sections() {
    return this.config.get('mail.retries', 3);
  }
}
