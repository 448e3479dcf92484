import { createServer } from 'node:http';

const server = createServer((request, response) => response.end('ok'));
// expect: graceful-shutdown
server.listen(3000);

process.on('unhandledRejection', (reason) => console.error(reason));
