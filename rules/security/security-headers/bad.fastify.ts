import Fastify from 'fastify';
// expect: security-headers P1
const app = Fastify();
app.get('/', async () => 'ok');
