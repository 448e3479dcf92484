// expect-project: structured-logging
import Koa from 'koa';
import { charge } from './payments.js';
const app = new Koa();
app.use(async (ctx) => { ctx.body = await charge(); });
app.listen(3000);
