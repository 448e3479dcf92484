import { Hono } from 'hono';
import { PrismaClient } from '@prisma/client';

const app = new Hono();
const prisma = new PrismaClient();

// expect: auth-missing
app.post('/tasks', async (c) => {
  const { title } = await c.req.json();
  return c.json(await prisma.task.create({ data: { title } }), 201);
});

// expect: auth-missing
app.get('/customers', async (c) => c.json(await prisma.customer.findMany()));

export default app;
