// Fields whose schema is taken out of another schema, unions that a field tells apart, and a library with further types.
import express, { type RequestHandler } from 'express';
import JoiDate from '@joi/date';
import { celebrate, Joi as BaseJoi, Segments } from 'celebrate';
import mongoose, { Schema } from 'mongoose';
import { z } from 'zod';

const Member = mongoose.model('Member', new Schema({ name: String, mail: String }));
const app = express();
app.use(express.json());

const base = z.object({ name: z.string().describe('how to call somebody'), mail: z.string() });
const change = base.partial().pick({ name: true }).merge(z.object({ name: base.shape.name.min(1).optional() }));
const update = z.object({ name: change.shape.name });
app.post('/names', async (req, res) => {
  const { name } = update.parse(req.body);
  // ok: nosql-injection
  res.json(await Member.findOne({ name }));
});

const message = z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), name: z.string() }), z.object({ kind: z.literal('b'), name: z.string().email() })]);
app.post('/messages', async (req, res) => {
  const { name } = message.parse(req.body);
  // ok: nosql-injection
  res.json(await Member.findOne({ name }));
});

const Joi = BaseJoi.extend(JoiDate) as typeof BaseJoi;
const checkMail = celebrate({ [Segments.BODY]: { mail: Joi.string().required().email().lowercase() } });
const findByMail: RequestHandler = async (req, res) => {
  const { mail } = req.body;
  // ok: nosql-injection
  res.json(await Member.findOne({ mail }));
};
app.post('/mails', [checkMail, findByMail] as RequestHandler[]);
