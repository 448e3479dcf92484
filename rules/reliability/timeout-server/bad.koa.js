const Koa = require('koa');
const app = new Koa();
// expect: timeout-server P2
app.listen(3000);
