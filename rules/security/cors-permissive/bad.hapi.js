const Hapi = require('@hapi/hapi');

async function start() {
  // expect: cors-permissive P0
  const server = Hapi.server({ port: 3000, routes: { cors: { origin: ['*'], credentials: true } } });
  server.state('session', { isHttpOnly: true });
  await server.start();
}

start();
