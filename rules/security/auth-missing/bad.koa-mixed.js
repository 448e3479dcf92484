const Koa = require('koa');
const Router = require('koa-router');
const jwt = require('jsonwebtoken');
const Task = require('./models/task');

const app = new Koa();
const open = new Router({ prefix: '/tasks' });
const closed = new Router({ prefix: '/tasks' });

const requireToken = async (ctx, next) => {
  const token = (ctx.get('Authorization') || '').split(' ')[1];
  try {
    ctx.state.user = jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] });
  } catch (err) {
    ctx.throw(401, 'invalid token');
  }
  await next();
};

// ok: auth-missing
closed.post('/', requireToken, async (ctx) => {
  ctx.body = await Task.create(ctx.request.body);
});

// expect: auth-missing
open.del('/:id', async (ctx) => {
  await Task.findByIdAndDelete(ctx.params.id);
  ctx.status = 204;
});

// expect: auth-missing
open.patch('/:id', async (ctx) => {
  ctx.body = await Task.findByIdAndUpdate(ctx.params.id, ctx.request.body);
});

app.use(closed.routes());
app.use(open.routes());
app.listen(3000);
