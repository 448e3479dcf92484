const Koa = require('koa');
// expect: error-handler P2
const app = new Koa();
app.use(async (ctx, next) => {
  await next();
});
app.use(async (ctx) => {
  ctx.body = [];
});
module.exports = app;
