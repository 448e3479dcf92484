const fastify = require('fastify')();
const { members } = require('./models');

fastify.register(require('./scim'), { prefix: '/directory/v2' });
// expect: email-validation P2
fastify.post('/members', async (request, reply) => {
  await members.create({ email: request.body.email, active: true });
  reply.code(201).send();
});
