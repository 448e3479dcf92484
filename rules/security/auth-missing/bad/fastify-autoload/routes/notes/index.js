module.exports = async function (fastify, opts) {
  // expect: auth-missing
  fastify.delete('/:id', async (request, reply) => {
    await fastify.pg.query('DELETE FROM notes WHERE id = $1', [request.params.id]);
    return reply.code(204).send();
  });
};
