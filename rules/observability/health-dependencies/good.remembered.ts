import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();

function remember<T>(name: string, make: () => T): T {
  const kept = globalThis as unknown as { __kept?: Map<string, unknown> };
  kept.__kept ??= new Map();
  if (!kept.__kept.has(name)) kept.__kept.set(name, make());
  return kept.__kept.get(name) as T;
}

// What a cache gives back is not seen, but the probe asks it.
const prisma = remember('prisma', () => new PrismaClient());

app.get('/health', async (_request, response) => {
  await prisma.$queryRaw`SELECT 1`;
  response.sendStatus(200);
});
app.get('/orders', async (_request, response) => response.json(await prisma.order.findMany({ take: 10 })));
app.listen(3000);
