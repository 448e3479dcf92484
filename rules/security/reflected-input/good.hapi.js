const Hapi = require('@hapi/hapi');

const server = Hapi.server({ port: 3000 });

server.route({
  method: 'GET',
  path: '/',
  handler: (request, h) => h.response(`Hello ${request.query.name}`).type('text/plain'),
});
