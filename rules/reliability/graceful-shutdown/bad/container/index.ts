import { makeContainer } from './container.js';

const container = await makeContainer();
const { server, port } = container.cradle;
// expect: graceful-shutdown P1
server.listen(port);
