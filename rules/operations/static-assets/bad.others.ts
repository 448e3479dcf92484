import fastifyStatic from '@fastify/static';
import { ServeStaticModule } from '@nestjs/serve-static';
import Fastify from 'fastify';
import Koa from 'koa';
import serve from 'koa-static';
import sirv from 'sirv';

const fastify = Fastify();
// expect: static-assets
fastify.register(fastifyStatic, { root: '/srv/public', prefix: '/public/' });
const koa = new Koa();
// expect: static-assets
koa.use(serve('public', { index: false }));
// expect: static-assets
export const files = sirv('public', { etag: true });
// expect: static-assets
export const module = ServeStaticModule.forRoot({ rootPath: '/srv/client' });
