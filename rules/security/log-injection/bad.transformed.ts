// A schema that makes another text of a text.
import express from 'express';
import { z } from 'zod';

const app = express();
app.use(express.urlencoded({ extended: false }));
const options = z.object({ mode: z.string().optional().transform((value) => value ?? 'off'), name: z.string().transform((value) => value.toLowerCase()) });

app.post('/migrations', (req, res) => {
  const { mode, name } = options.parse(req.body);
  // expect: log-injection
  console.log(`Migration: mode=${mode}`);
  // expect: log-injection
  console.log(`Migration: name=${name}`);
  res.sendStatus(204);
});
