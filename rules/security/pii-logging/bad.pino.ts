import pino from 'pino';
import Fastify from 'fastify';

const logger = pino({ level: 'info', redact: ['req.headers.authorization'] });
const child = logger.child({ module: 'accounts' });
const app = Fastify({ logger: true });

interface Credentials {
  email: string;
  password: string;
}

export function login({ email, password }: Credentials) {
  // expect: pii-logging P0
  logger.info({ password }, 'login');
  // expect: pii-logging P1
  child.warn({ user: { email } }, 'unknown address');
  // expect: pii-logging P0
  child.debug('password %s', password);
}

app.post('/login', async (request, reply) => {
  // expect: pii-logging P0
  request.log.info({ body: request.body }, 'login');
  // expect: pii-logging P0
  app.log.info(request.headers);
  return reply.send({ ok: true });
});
