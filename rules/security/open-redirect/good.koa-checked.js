const Koa = require('koa');
const app = new Koa();

app.use(async (ctx) => {
  const target = new URL(ctx.query.to, 'https://example.com');
  if (target.origin !== 'https://example.com') ctx.throw(400);
  // ok: open-redirect
  ctx.redirect(target.href);
});
