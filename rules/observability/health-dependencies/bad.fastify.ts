import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';

// expect: health-dependencies
const prisma = new PrismaClient();
const app = Fastify();
app.get('/healthz', async () => ({ status: 'ok', uptime: process.uptime() }));
app.get('/users', async () => prisma.user.findMany({ take: 20 }));
await app.listen({ port: 3000 });
