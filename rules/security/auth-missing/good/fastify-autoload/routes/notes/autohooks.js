module.exports = async function (fastify) {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.session?.user) return reply.code(401).send();
    request.user = request.session.user;
  });
};
