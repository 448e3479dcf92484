import Fastify from 'fastify';
import cookie from '@fastify/cookie';
import session from '@fastify/session';
import formbody from '@fastify/formbody';
import csrf from '@fastify/csrf-protection';

const app = Fastify();
await app.register(cookie);
await app.register(formbody);
await app.register(session, { secret: process.env.SESSION_SECRET!, cookie: { secure: true } });
// Only decorates: no hook uses it.
await app.register(csrf, { sessionPlugin: '@fastify/session' });

app.addHook('preHandler', async (request, reply) => {
  if (!request.session.userId) return reply.code(401).send();
});

// expect: csrf P1
app.post('/profile', async (request, reply) => {
  await profiles.update(request.session.userId, { name: request.body.name });
  return reply.code(204).send();
});
