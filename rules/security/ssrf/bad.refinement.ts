// Conditions of a schema that say nothing of the host.
import express from 'express';
import { z } from 'zod';

const app = express();
app.use(express.json());

function validateUrlLength(address: string): boolean {
  return address.length < 2000;
}

function validateUrlText(address: string): boolean {
  return address.startsWith('https://');
}

const Import = z.object({
  fileUrl: z.string().url().refine((url) => validateUrlText(url)),
  imageUrl: z.string().url().refine((url) => validateUrlLength(url)),
});

app.post('/imports', async (req, res) => {
  const { fileUrl } = Import.parse(req.body);
  // expect: ssrf
  const answer = await fetch(fileUrl);
  res.json({ length: answer.headers.get('content-length') });
});

app.post('/images', async (req, res) => {
  const { imageUrl } = Import.parse(req.body);
  // expect: ssrf
  const answer = await fetch(imageUrl);
  res.json({ length: answer.headers.get('content-length') });
});
