// A schema that asks a function of the program which says that it looks at addresses: what it lets through is for its reader to see.
import express from 'express';
import { z } from 'zod';

const app = express();
app.use(express.json());

function validateUrlSecurity(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname !== 'localhost' && !/^(?:10|127|169\.254|192\.168)\./.test(hostname);
}

const fileUrl = z
  .string()
  .url()
  .refine((url) => url.startsWith('https://'), { message: 'https only' })
  .refine(
    (url) => {
      return validateUrlSecurity(url);
    },
    { message: 'not inside the network' },
  );

const Create = z.object({ kind: z.literal('create'), fileUrl, name: z.string() });
const Remove = z.object({ kind: z.literal('remove'), name: z.string() });
const Message = z.discriminatedUnion('kind', [Create, Remove]);

app.post('/imports', async (req, res) => {
  const result = Message.safeParse(req.body);
  if (!result.success) return res.sendStatus(400);
  if (result.data.kind !== 'create') return res.sendStatus(204);
  // ok: ssrf
  const answer = await fetch(result.data.fileUrl);
  res.json({ length: answer.headers.get('content-length') });
});
