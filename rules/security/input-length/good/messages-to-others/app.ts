import express from 'express';
import { z } from 'zod';
import { links } from './links';
import { publish } from './publish';

const app = express();
app.use(express.json());
const Created = z.object({ event: z.string().max(40), link: z.object({ id: z.string().max(40), title: z.string(), description: z.string() }) });

// What is told to others is put together here; the client chose an id in it.
app.post('/links/duplicate', async (req, res) => {
  const { id } = req.body;
  if (typeof id !== 'string' || id.length > 40) return res.sendStatus(400);
  const link = await links.duplicate(id);
  publish(Created.parse({ event: 'created', link: { id, title: link.title, description: link.description } }));
  res.json({ id: link.id });
});
app.listen(3000);
