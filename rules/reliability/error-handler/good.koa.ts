import Koa from 'koa';

export const app = new Koa();
app.on('error', (error) => console.error(error));
app.use(async (ctx) => {
  ctx.body = [];
});

export const other = new Koa();
other.use(async (ctx, next) => {
  try {
    await next();
  } catch {
    ctx.status = 500;
  }
});
