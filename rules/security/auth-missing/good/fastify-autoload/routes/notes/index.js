module.exports = async function (fastify, opts) {
  // ok: auth-missing
  fastify.delete('/:id', async (request, reply) => {
    await fastify.pg.query('DELETE FROM notes WHERE id = $1 AND owner = $2', [request.params.id, request.user.id]);
    return reply.code(204).send();
  });
};
