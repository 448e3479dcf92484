import Fastify from 'fastify';
import session from '@fastify/session';
import formbody from '@fastify/formbody';
import csrfProtection from '@fastify/csrf-protection';
import Koa from 'koa';
import Router from '@koa/router';
import koaSession from 'koa-session';
import CSRF from 'koa-csrf';

const app = Fastify();
await app.register(formbody);
await app.register(session, { secret: process.env.SESSION_SECRET!, cookie: { secure: true } });
await app.register(csrfProtection, { sessionPlugin: '@fastify/session' });
const requireUser = async (request, reply) => {
  if (!request.session.userId) return reply.code(401).send();
};
app.post('/a', { onRequest: app.csrfProtection, preHandler: requireUser }, async (request) => profiles.update(request.session.userId, request.body));

const koa = new Koa();
const router = new Router();
koa.use(koaSession({ key: 'sid' }, koa));
koa.use(new CSRF());
router.post('/b', async (ctx) => {
  if (!ctx.session?.userId) ctx.throw(401);
  await profiles.update(ctx.session!.userId, ctx.request.body);
});
koa.use(router.routes());
