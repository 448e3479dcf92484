import Hapi from '@hapi/hapi';
const server = Hapi.server({ port: 4000, routes: { timeout: { server: 10_000 } } });
await server.start();
