import { PrismaClient } from '@prisma/client';
import { Hono } from 'hono';

const prisma = new PrismaClient();
export const app = new Hono();

app.patch('/projects/:id', async (c) => {
  const project = await prisma.project.update({ where: { id: c.req.param('id') }, data: await c.req.json() });
  // expect: log-blocking
  await prisma.activityLog.create({ data: { projectId: project.id, action: 'update' } });
  return c.json(project);
});
