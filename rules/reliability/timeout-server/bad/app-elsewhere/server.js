const { build } = require('./app');
// expect: timeout-server P1
build().listen({ port: 3000 });
