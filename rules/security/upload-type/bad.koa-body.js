// koa-body takes files only when it is told to.
const Koa = require('koa');
const { koaBody } = require('koa-body');

const app = new Koa();
// expect: upload-type
app.use(koaBody({ multipart: true, formidable: { uploadDir: './uploads', keepExtensions: true } }));

const plain = new Koa();
plain.use(koaBody({ jsonLimit: '1mb' }));
