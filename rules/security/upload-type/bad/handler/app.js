import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import Fastify from 'fastify';

const app = Fastify();
// The handler tests the first half of the type.
// expect: upload-type P1
app.register(multipart, { limits: { fileSize: 1000000 } });
app.post('/pictures', async (request) => {
  const part = await request.file();
  if (!part.mimetype.startsWith('image/')) throw new Error('images only');
  await pipeline(part.file, createWriteStream(`/var/uploads/${randomUUID()}`));
  return { ok: true };
});
