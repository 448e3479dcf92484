const app = require('fastify')();
app.register(require('fastify-healthcheck'));
app.listen({ port: 3000 });
