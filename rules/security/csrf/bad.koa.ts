import Koa from 'koa';
import Router from '@koa/router';
import session from 'koa-session';
import bodyParser from 'koa-bodyparser';

const app = new Koa();
const router = new Router();
app.use(session({ key: 'sid' }, app));
app.use(bodyParser());

const requireUser: Koa.Middleware = async (ctx, next) => {
  if (!ctx.session?.userId) ctx.throw(401, 'Unauthorized');
  await next();
};

// expect: csrf P1
router.post('/profile', requireUser, async (ctx) => {
  await profiles.update(ctx.session!.userId, { name: ctx.request.body.name });
  ctx.status = 204;
});
app.use(router.routes());
