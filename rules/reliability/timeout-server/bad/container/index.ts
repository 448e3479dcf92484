import { makeContainer } from './container.js';

const container = await makeContainer();
const { server, port } = container.cradle;
// expect: timeout-server P2
server.listen(port);
