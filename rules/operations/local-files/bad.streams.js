import { createWriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import busboy from 'busboy';
import Fastify from 'fastify';

const app = Fastify();
app.register(multipart);
app.post('/pictures', async (request) => {
  const part = await request.file();
  // expect: local-files P2
  await pipeline(part.file, createWriteStream(`./uploads/${randomUUID()}`));
  return { ok: true };
});
app.post('/raw', (request, reply) => {
  const parser = busboy({ headers: request.headers, limits: { fileSize: 1000000 } });
  parser.on('file', (name, file) => {
    // expect: local-files P2
    file.pipe(createWriteStream(`./data/${randomUUID()}`));
  });
  parser.on('close', () => reply.send({ ok: true }));
  request.raw.pipe(parser);
});
