import Fastify from 'fastify';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';

const app = Fastify();

// expect: download-auth
app.get<{ Params: { name: string } }>('/exports/:name', async (request, reply) => {
  return reply.type('text/csv').send(createReadStream(join('/data/exports', request.params.name)));
});

await app.listen({ port: 3000 });
