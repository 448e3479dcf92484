import pino from 'pino';
import Fastify from 'fastify';

const logger = pino({
  redact: { paths: ['*.password', 'password', 'headers.authorization', 'user.email', 'apiKey'], censor: '**' },
  serializers: { body: (body: Record<string, unknown>) => Object.keys(body) },
});
const child = logger.child({ module: 'accounts' });
const app = Fastify({ logger: { redact: ['req.headers.authorization', 'email'] } });

export function login(email: string, password: string, userId: string, apiKey: string) {
  logger.info({ password, apiKey }, 'login');
  child.warn({ userId, user: { email } }, 'unknown address');
  child.error({ err: new Error('no such user') }, 'password is wrong');
}

app.post('/login', async (request, reply) => {
  logger.info({ body: request.body }, 'login');
  request.log.info({ email: (request.body as { email: string }).email, url: request.url }, 'login');
  return reply.send({ ok: true });
});
