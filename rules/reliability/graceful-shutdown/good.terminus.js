const http = require('http');
const { createTerminus } = require('@godaddy/terminus');

const server = http.createServer((request, response) => response.end('ok'));
createTerminus(server, { signal: 'SIGTERM', onSignal: () => Promise.resolve() });
server.listen(3000);
