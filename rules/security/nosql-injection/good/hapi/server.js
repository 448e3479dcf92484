const Hapi = require('@hapi/hapi');
const routes = require('./routes');

const server = Hapi.server({ port: 3000 });
routes(server);
server.start();
