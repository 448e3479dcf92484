import { makeContainer } from './container.js';

const container = await makeContainer();
const { server, port } = container.cradle;
server.listen(port);
