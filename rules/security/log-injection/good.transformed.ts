// A schema that makes a truth or a number of a text.
import express from 'express';
import { z } from 'zod';

const app = express();
app.use(express.urlencoded({ extended: false }));
const options = z.object({ fix: z.string().optional().transform((value) => value === 'on'), off: z.string().transform((value) => !value) });

app.post('/migrations', (req, res) => {
  const { fix, off } = options.parse(req.body);
  // ok: log-injection
  console.log(`Migration: fix=${fix}, off=${off}`);
  res.sendStatus(204);
});
