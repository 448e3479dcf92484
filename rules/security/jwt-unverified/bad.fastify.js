const fastify = require('fastify')();

// expect: jwt-unverified P1
fastify.register(require('@fastify/jwt'), { secret: process.env.JWT_SECRET, verify: { ignoreExpiration: true } });

fastify.get('/invoices', async (request, reply) => {
  // expect: jwt-unverified P0
  const claims = fastify.jwt.decode(request.headers.authorization.slice(7));
  if (claims.role !== 'billing') return reply.code(403).send();
  return listInvoices(claims.tenantId);
});

fastify.get('/me', async (request) => {
  // expect: jwt-unverified P0
  const claims = await request.jwtDecode();
  return findUser({ userId: claims.userId });
});
