const fastify = require('fastify');
module.exports.build = function build() {
  const app = fastify({ logger: true });
  app.get('/', async () => 'ok');
  return app;
};
