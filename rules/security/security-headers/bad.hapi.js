const Hapi = require('@hapi/hapi');
// expect: security-headers P1
const server = Hapi.server({ port: 3000 });
