import Koa from 'koa';
import koaSend from 'koa-send';
import Fastify from 'fastify';
import fastifyStatic from '@fastify/static';
import Hapi from '@hapi/hapi';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, StreamableFile } from '@nestjs/common';

const FILES = '/srv/files';

const koa = new Koa();
koa.use(async (ctx) => {
  // ok: path-traversal
  await koaSend(ctx, ctx.path, { root: FILES });
});

const fastify = Fastify();
fastify.register(fastifyStatic, { root: FILES });
fastify.get('/file/:name', async (request, reply) => {
  // ok: path-traversal
  return reply.sendFile((request.params as { name: string }).name);
});

const hapi = Hapi.server({ port: 3000 });
hapi.route({
  method: 'GET',
  path: '/file/{name}',
  handler: (request, h) => {
    // ok: path-traversal
    return h.file(request.params.name);
  },
});

@Controller('files')
export class FilesController {
  @Get(':id')
  file(@Param('id', ParseUUIDPipe) id: string): StreamableFile {
    // ok: path-traversal
    return new StreamableFile(createReadStream(path.join(FILES, `${id}.pdf`)));
  }

  @Get('pages/:page')
  page(@Param('page', ParseIntPipe) page: number): StreamableFile {
    // ok: path-traversal
    return new StreamableFile(createReadStream(path.join(FILES, `page-${page}.png`)));
  }
}
