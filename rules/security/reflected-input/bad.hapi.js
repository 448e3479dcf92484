const Hapi = require('@hapi/hapi');

const server = Hapi.server({ port: 3000 });

server.route({
  method: 'GET',
  path: '/',
  // expect: reflected-input P2
  handler: (request, h) => h.response(`<h1>Hello ${request.query.name}</h1>`),
});
