import { createServer } from 'node:http';
import { closeOnSignal } from './lifecycle.js';

const server = createServer((request, response) => response.end('ok'));
server.listen(3000);
closeOnSignal([{ close: () => new Promise((resolve) => server.close(resolve)) }]);
