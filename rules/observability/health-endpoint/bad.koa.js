// expect-project: health-endpoint
const Koa = require('koa');
const Router = require('@koa/router');
const app = new Koa();
const router = new Router();
router.get('/users', (ctx) => { ctx.body = []; });
app.use(router.routes());
app.listen(3000);
