import { createServer } from 'node:http';
const server = createServer((_request, response) => response.end());
server.requestTimeout = 0;
// expect: timeout-server P1
server.listen(8080);
