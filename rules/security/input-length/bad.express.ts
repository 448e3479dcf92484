import express from 'express';
import { z } from 'zod';
import Joi from 'joi';
import * as yup from 'yup';
import * as v from 'valibot';
import OpenAI from 'openai';
import { PrismaClient } from '@prisma/client';
import { body, validationResult } from 'express-validator';
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

const prisma = new PrismaClient();
const openai = new OpenAI();
const app = express();
app.use(express.json());

const base = z.object({ id: z.string().uuid(), title: z.string().min(1) });
const CreateNote = base.extend({ text: z.string().trim().optional(), kind: z.enum(['a', 'b']) });

// expect: input-length P1
app.post('/notes', async (req, res) => {
  const note = CreateNote.parse(req.body);
  await prisma.note.create({ data: note });
  res.sendStatus(201);
});

// expect: input-length P1
app.post('/summaries', async (req, res) => {
  const { prompt } = Joi.attempt(req.body, Joi.object({ prompt: Joi.string().required() }));
  res.json(await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: prompt }] }));
});

const Profile = yup.object({ bio: yup.string().required(), links: yup.array(yup.string().url()) });
// expect: input-length P2
app.post('/preview', async (req, res) => res.json(await Profile.validate(req.body)));

// expect: input-length P2
app.post('/echo', (req, res) => {
  const { message } = v.parse(v.object({ message: v.pipe(v.string(), v.minLength(1)) }), req.body);
  res.json({ length: message.length });
});

// Chains of single fields.
// expect: input-length P1
app.post('/comments', body('comment').isString().isLength({ min: 1 }), async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(422);
  await prisma.comment.create({ data: { text: req.body.comment } });
  res.sendStatus(201);
});

const Reply = Type.Object({ reply: Type.String({ minLength: 1 }) });
// expect: input-length P1
app.post('/replies', async (req, res) => {
  if (!Value.Check(Reply, req.body)) return res.sendStatus(400);
  await prisma.reply.create({ data: { text: req.body.reply } });
  res.sendStatus(201);
});

// A middleware of its own.
const validate = (schema: z.ZodType) => (req, res, next) => {
  const parsed = schema.safeParse(req.body);
  if (!parsed.success) return res.status(400).json(parsed.error);
  req.body = parsed.data;
  next();
};
// expect: input-length P1
app.put('/notes/:id', validate(CreateNote.pick({ text: true })), async (req, res) => {
  await prisma.note.update({ where: { id: req.params.id }, data: req.body });
  res.end();
});
