'use strict';
const fastify = require('fastify')({ requestTimeout: 0 });
fastify.get('/', async () => ({ ok: true }));
// expect: timeout-server P1
fastify.listen({ port: 3000 });
