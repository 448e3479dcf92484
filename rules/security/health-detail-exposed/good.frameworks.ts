import Fastify from 'fastify';
import { Hono } from 'hono';
import { Controller, Get } from '@nestjs/common';

const fastify = Fastify();
fastify.get('/health', async () => ({ status: 'ok' }));

const hono = new Hono();
hono.get('/healthz', (c) => c.json({ ok: true }));
hono.get('/livez', (c) => c.text('ok'));

@Controller('health')
export class HealthController {
  @Get()
  check() {
    return { status: 'ok' };
  }
}
