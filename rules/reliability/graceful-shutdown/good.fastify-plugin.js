const fastify = require('fastify')();
fastify.register(require('fastify-graceful-shutdown'));
fastify.listen({ port: 3000 });
