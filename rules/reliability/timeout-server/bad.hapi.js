const Hapi = require('@hapi/hapi');

async function start() {
  const server = Hapi.server({ port: 4000 });
  // expect: timeout-server P2
  await server.start();
}
start();
