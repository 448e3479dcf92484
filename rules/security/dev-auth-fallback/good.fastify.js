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

// A visitor of a demonstration is somebody; without the variable he is nobody.
const NOBODY = { user: null };
const EMPTY_SESSION = NOBODY;
fastify.addHook('onRequest', async (request, reply) => {
  if (request.cookies.session) request.session = await validateSession(request.cookies.session);
  else if (process.env.DEMO_USER_ID) request.session = await validateSession(process.env.DEMO_USER_ID);
  else request.session = EMPTY_SESSION;
});
