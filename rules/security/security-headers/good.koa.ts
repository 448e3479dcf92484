import Koa from 'koa';
import helmet from 'koa-helmet';
import mount from 'koa-mount';
const app = new Koa();
const inner = new Koa();
app.use(helmet());
app.use(mount('/inner', inner));
