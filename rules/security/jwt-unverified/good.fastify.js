const fastify = require('fastify')();

fastify.register(require('@fastify/jwt'), { secret: process.env.JWT_SECRET, verify: { algorithms: ['HS256'] } });

fastify.get('/invoices', async (request, reply) => {
  await request.jwtVerify();
  const claims = fastify.jwt.decode(request.headers.authorization.slice(7));
  if (claims.role !== 'billing') return reply.code(403).send();
  return listInvoices(request.user.tenantId);
});

fastify.get('/me', async (request) => {
  const claims = fastify.jwt.verify(request.headers.authorization.slice(7));
  return findUser({ userId: claims.userId });
});
