import { Controller, Get, Query } from '@nestjs/common';
import Fastify from 'fastify';

@Controller('pages')
export class PagesController {
  @Get('hello')
  hello(@Query('name') name: string) {
    // expect: reflected-input P2
    return `<h1>Hello ${name}</h1>`;
  }
}

const fastify = Fastify();
fastify.get('/page', async (request, reply) => {
  reply.type('text/html');
  const { name } = request.query as { name: string };
  // expect: reflected-input P2
  return `<h1>${name}</h1>`;
});
