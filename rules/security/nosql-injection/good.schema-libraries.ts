import { Type, Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import Ajv from 'ajv';
import { type } from 'arktype';
import * as t from 'io-ts';
import { isRight } from 'fp-ts/Either';
import { object, string, assert, create } from 'superstruct';
import express from 'express';
import mongoose from 'mongoose';
const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const app = express();
app.use(express.json());
const ajv = new Ajv();
const validate = ajv.compile({ type: 'object', properties: { name: { type: 'string' } }, required: ['name'] });
const TB = Type.Object({ name: Type.String() });
const Ark = type({ name: 'string' });
const Io = t.type({ name: t.string });
const SS = object({ name: string() });
app.post('/1', async (req, res) => {
  if (!validate(req.body)) return res.sendStatus(400);
  // ok: nosql-injection
  res.json(await User.findOne({ name: req.body.name }));
});
app.post('/2', async (req, res) => {
  if (!Value.Check(TB, req.body)) return res.sendStatus(400);
  // ok: nosql-injection
  res.json(await User.findOne({ name: req.body.name }));
});
app.post('/3', async (req, res) => {
  const out = Ark(req.body);
  if (out instanceof type.errors) return res.sendStatus(400);
  // ok: nosql-injection
  res.json(await User.findOne({ name: out.name }));
});
app.post('/4', async (req, res) => {
  const out = Io.decode(req.body);
  if (!isRight(out)) return res.sendStatus(400);
  // ok: nosql-injection
  res.json(await User.findOne({ name: out.right.name }));
});
app.post('/5', async (req, res) => {
  assert(req.body, SS);
  // ok: nosql-injection
  res.json(await User.findOne({ name: req.body.name }));
});
app.post('/6', async (req, res) => {
  const b = create(req.body, SS);
  // ok: nosql-injection
  res.json(await User.findOne({ name: b.name }));
});
