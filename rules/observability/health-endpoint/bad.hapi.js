// expect-project: health-endpoint
const Hapi = require('@hapi/hapi');
const server = Hapi.server({ port: 3000 });
server.route({ method: 'GET', path: '/users', handler: () => [] });
server.start();
