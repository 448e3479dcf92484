import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { jwt } from 'hono/jwt';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { PrismaClient } from '@prisma/client';

const app = new Hono();
const prisma = new PrismaClient();

const session = createMiddleware(async (c, next) => {
  const found = await prisma.session.findUnique({ where: { token: c.req.header('authorization') } });
  if (!found) throw new HTTPException(401, { message: 'no session' });
  c.set('user', found.user);
  await next();
});

app.use('/api/*', jwt({ secret: process.env.JWT_SECRET!, alg: 'HS256' }));
app.post('/api/tasks', async (c) => c.json(await prisma.task.create({ data: await c.req.json() })));
app.post('/tokens-only', bearerAuth({ token: process.env.TOKEN! }), async (c) => c.json(await prisma.task.create({ data: {} })));
app.post('/sessions-only', session, async (c) => c.json(await prisma.task.create({ data: {} })));

export default app;
