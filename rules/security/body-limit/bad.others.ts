import Koa from 'koa';
import koaBodyParser from 'koa-bodyparser';
import { koaBody } from 'koa-body';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import getRawBody from 'raw-body';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';

const koa = new Koa();
// expect: body-limit
koa.use(koaBodyParser({ jsonLimit: '100mb' }));
// expect: body-limit
koa.use(koaBody({ formLimit: '1mb', textLimit: '20mb' }));
// expect: body-limit
export const fastify = Fastify({ bodyLimit: 50 * 1024 * 1024 });
// expect: body-limit
new Hono().use(bodyLimit({ maxSize: 100 * 1024 * 1024 }));

export async function bootstrap(req) {
  // expect: body-limit
  await getRawBody(req);
  const app = await NestFactory.create<NestExpressApplication>(AppModule);
  // expect: body-limit
  app.useBodyParser('json', { limit: '50mb' });
}
