import express, { type NextFunction, type Request, type Response } from 'express';
import { z, type ZodSchema } from 'zod';
import Joi from 'joi';
import * as yup from 'yup';
import Ajv from 'ajv';
import { celebrate } from 'celebrate';
import { body, validationResult } from 'express-validator';
import { validateRequest } from 'zod-express-middleware';
import { assert, object, string } from 'superstruct';
import { type } from 'arktype';
import * as t from 'io-ts';
import { Value } from '@sinclair/typebox/value';
import { Type } from '@sinclair/typebox';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

const Note = z.object({ text: z.string().max(500) });
const noteOfJoi = Joi.object({ text: Joi.string().max(500).required() });
const noteOfYup = yup.object({ text: yup.string().max(500).required() });
const ajv = new Ajv();
const checkNote = ajv.compile({ type: 'object', properties: { text: { type: 'string' } } });
const noteOfStruct = object({ text: string() });
const noteOfArk = type({ text: 'string<500' });
const noteOfIo = t.type({ text: t.string });
const noteOfTypeBox = Type.Object({ text: Type.String({ maxLength: 500 }) });

app.post('/zod', async (req, res) => {
  res.json(await prisma.note.create({ data: Note.parse(req.body) }));
});
app.post('/safe', async (req, res) => {
  const parsed = Note.safeParse(req.body);
  if (!parsed.success) return res.status(400).end();
  res.json(await prisma.note.create({ data: parsed.data }));
});
app.post('/joi', async (req, res) => {
  const { error } = noteOfJoi.validate(req.body);
  if (error) return res.status(422).json({ error: error.message });
  res.json(await prisma.note.create({ data: { text: req.body.text } }));
});
app.post('/yup', async (req, res) => {
  res.json(await prisma.note.create({ data: await noteOfYup.validate(req.body) }));
});
app.post('/ajv', async (req, res) => {
  if (!checkNote(req.body)) return res.status(400).json(checkNote.errors);
  res.json(await prisma.note.create({ data: req.body }));
});
app.post('/superstruct', async (req, res) => {
  assert(req.body, noteOfStruct);
  res.json(await prisma.note.create({ data: req.body }));
});
app.post('/arktype', async (req, res) => {
  const note = noteOfArk(req.body);
  if (note instanceof type.errors) return res.status(400).end();
  res.json(await prisma.note.create({ data: note }));
});
app.post('/io-ts', async (req, res) => {
  const note = noteOfIo.decode(req.body);
  res.json({ note });
});
app.post('/typebox', async (req, res) => {
  const note = Value.Parse(noteOfTypeBox, req.body);
  res.json(await prisma.note.create({ data: note }));
});
app.post('/celebrate', celebrate({ body: noteOfJoi }), async (req, res) => {
  res.json(await prisma.note.create({ data: req.body }));
});
app.post('/middleware', validateRequest({ body: Note }), async (req, res) => {
  res.json(await prisma.note.create({ data: { text: req.body.text } }));
});

const noteRules = [body('text').isString().isLength({ max: 500 })];
app.post('/fields', noteRules, async (req: Request, res: Response) => {
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  res.json(await prisma.note.create({ data: { text: req.body.text } }));
});

/** A wrapper of one's own. */
const validate = (schema: ZodSchema, part: 'body' | 'query' = 'body') => (req: Request, res: Response, next: NextFunction) => {
  const result = schema.safeParse(req[part]);
  if (!result.success) return res.status(400).json(result.error.issues);
  req[part] = result.data;
  next();
};
app.post('/wrapper', validate(Note), async (req, res) => {
  res.json(await prisma.note.create({ data: req.body }));
});

/** By hand, for what it does. */
function requireText(req: Request, res: Response, next: NextFunction) {
  if (typeof req.body.text !== 'string' || req.body.text.length > 500) {
    res.status(422).json({ error: 'text' });
    return;
  }
  next();
}
app.post('/by-hand', requireText, async (req, res) => {
  res.json(await prisma.note.create({ data: { text: req.body.text } }));
});

// A number, a comparison and the path: nothing to validate.
app.get('/notes/:id', async (req, res) => {
  const take = Number(req.query.take);
  const order = req.query.order === 'asc' ? 'asc' : 'desc';
  res.json(await prisma.note.findMany({ where: { id: req.params.id }, take, orderBy: { id: order } }));
});

app.listen(3000);

// Read by another function, and checked where it arrives.
async function readBody(req: Request): Promise<unknown> {
  return req.body;
}
app.post('/read', async (req, res) => {
  res.json(await prisma.note.create({ data: Note.parse(await readBody(req)) }));
});
