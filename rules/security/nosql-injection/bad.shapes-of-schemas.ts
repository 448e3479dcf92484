// Fields whose schema is taken out of another one that lets anything through, and a union of which one part does.
import express from 'express';
import mongoose, { Schema } from 'mongoose';
import { z } from 'zod';

const Member = mongoose.model('Member', new Schema({ name: String, mail: String }));
const app = express();
app.use(express.json());

const base = z.object({ name: z.any(), mail: z.string() });
const update = z.object({ name: base.shape.name });
app.post('/names', async (req, res) => {
  const { name } = update.parse(req.body);
  // expect: nosql-injection
  res.json(await Member.findOne({ name }));
});

const message = z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), name: z.string() }), z.object({ kind: z.literal('b'), name: z.any() })]);
app.post('/messages', async (req, res) => {
  const { name } = message.parse(req.body);
  // expect: nosql-injection
  res.json(await Member.findOne({ name }));
});
