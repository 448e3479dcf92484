const Koa = require('koa');
// expect: security-headers P1
const app = new Koa();
app.use((ctx) => { ctx.body = 'ok'; });
