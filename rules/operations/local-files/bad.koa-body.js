const Koa = require('koa');
const Router = require('@koa/router');
const { koaBody } = require('koa-body');

const router = new Router();
// expect: local-files
router.post('/files', koaBody({ multipart: true, formidable: { uploadDir: './uploads' } }), (ctx) => {
  ctx.body = { name: ctx.request.files.file.newFilename };
});

new Koa().use(router.routes()).listen(3000);
