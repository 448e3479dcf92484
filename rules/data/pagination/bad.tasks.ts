import { Hono } from 'hono';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = new Hono();
// A list of somebody's tasks, not work that a queue hands out.
// expect: pagination
app.get('/tasks', async (c) => c.json(await prisma.task.findMany()));
app.post('/tasks/clean-up', async (c) => c.json(await prisma.task.findMany({ where: { done: true } })));
export default app;
