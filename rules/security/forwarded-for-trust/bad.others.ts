import Fastify from 'fastify';
import Koa from 'koa';

// expect: forwarded-for-trust P1
export const app = Fastify({ trustProxy: true });

app.get('/limits', async (request) => {
  // expect: forwarded-for-trust P1
  const address = request.headers['x-forwarded-for'] ?? request.ip;
  return { address };
});

export const site = new Koa();
// expect: forwarded-for-trust P1
site.proxy = true;
