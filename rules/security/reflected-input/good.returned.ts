import { Controller, Get, Header, Query } from '@nestjs/common';
import Fastify from 'fastify';
import Hapi from '@hapi/hapi';

@Controller('pages')
export class PagesController {
  @Get('json')
  json(@Query('name') name: string) {
    // ok: reflected-input
    return { hello: name };
  }

  @Get('text')
  @Header('Content-Type', 'text/plain')
  text(@Query('name') name: string) {
    // ok: reflected-input
    return `Hello ${name}`;
  }
}

const fastify = Fastify();
fastify.get('/text', async (request) => {
  const { name } = request.query as { name: string };
  // A text is text/plain here unless somebody says otherwise.
  // ok: reflected-input
  return `Hello ${name}`;
});

function nameOf(request: Hapi.Request) {
  // ok: reflected-input
  return request.query.name;
}

const server = Hapi.server({ port: 3000 });
server.route({
  method: 'GET',
  path: '/json',
  handler: (request) => {
    // ok: reflected-input
    return { name: nameOf(request) };
  },
});
server.route({
  method: 'GET',
  path: '/text',
  handler: (request, h) => {
    // ok: reflected-input
    return h.response(`Hello ${request.query.name}`).type('text/plain');
  },
});

export const handler = async (event: { queryStringParameters: { name: string } }) => ({
  statusCode: 200,
  // ok: reflected-input
  body: JSON.stringify({ name: event.queryStringParameters.name }),
});
