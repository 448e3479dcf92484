const Hapi = require('@hapi/hapi');

async function start() {
  // ok: cors-permissive
  const server = Hapi.server({ port: 3000, routes: { cors: { origin: ['https://desk.example.com'], credentials: true } } });
  // ok: cors-permissive
  const inner = new Hapi.Server({ port: 3001 });
  await Promise.all([server.start(), inner.start()]);
}

start();
