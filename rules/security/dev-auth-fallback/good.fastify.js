import Fastify from 'fastify';

const app = Fastify();
app.decorate('authenticate', async (request, reply) => {
  if (process.env.AUTH_DISABLED === 'yes') return;
  await request.jwtVerify();
});
// An answer, not a guard that stands aside.
app.get('/me', async (request, reply) => {
  if (!process.env.PROFILE_URL) return;
  if (!request.headers.authorization) return reply.code(401).send({ error: 'unauthorized' });
  return { ok: true };
});
