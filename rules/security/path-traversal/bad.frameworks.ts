import Koa from 'koa';
import Fastify from 'fastify';
import Hapi from '@hapi/hapi';
import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';

const FILES = '/srv/files';

const koa = new Koa();
koa.use(async (ctx) => {
  ctx.type = 'text/plain';
  // expect: path-traversal
  ctx.body = createReadStream(path.join(FILES, ctx.query.file as string));
});

const fastify = Fastify();
fastify.get('/file/:name', async (request, reply) => {
  const { name } = request.params as { name: string };
  // expect: path-traversal
  return reply.send(createReadStream(path.join(FILES, name)));
});
fastify.get('/root', async (request, reply) => {
  // expect: path-traversal
  return reply.sendFile('index.html', (request.query as { root: string }).root);
});

const hapi = Hapi.server({ port: 3000 });
hapi.route({
  method: 'GET',
  path: '/file',
  handler: (request, h) => {
    // expect: path-traversal
    return h.file(request.query.name, { confine: false });
  },
});

@Controller('files')
export class FilesController {
  @Get(':name')
  file(@Param('name') name: string): StreamableFile {
    // expect: path-traversal
    return new StreamableFile(createReadStream(path.join(FILES, name)));
  }

  @Get()
  text(@Query('file') file: string): string {
    // expect: path-traversal
    return readFileSync(FILES + '/' + file, 'utf8');
  }
}

createServer((req, res) => {
  // expect: path-traversal
  createReadStream(path.join(FILES, req.url ?? '/')).pipe(res);
}).listen(8080);
