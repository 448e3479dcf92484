const { members } = require('./models');

module.exports = async (fastify) => {
  // A provider of identities tells of its users: listed, of low confidence.
  // expect: email-validation P3
  fastify.post('/Users', async (request, reply) => {
    await members.create({ email: request.body.email, active: true });
    reply.code(201).send();
  });
};
