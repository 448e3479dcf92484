import express from 'express';
import { z } from 'zod';
import Joi from 'joi';
import * as v from 'valibot';
import { object, size, string, assert, pattern } from 'superstruct';
import { PrismaClient } from '@prisma/client';
import { body, validationResult } from 'express-validator';
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

const LIMIT = 500;
const title = z.string().trim().max(200);
const Note = z.object({
  id: z.string().uuid(),
  title: title.optional(),
  text: z.string().min(1).max(LIMIT).nullable(),
  email: z.string().email(),
  site: z.url(),
  phone: z.string().regex(/^\d{5,15}$/),
  kind: z.enum(['a', 'b']),
  body: z.string().transform((text) => text.slice(0, 500)),
  message: z.string().refine((text) => text.length < 100),
  tags: z.array(z.string().max(20)).max(5),
  count: z.number(),
});
app.post('/notes', async (req, res) => res.json(await prisma.note.create({ data: Note.parse(req.body) })));
app.patch('/notes', async (req, res) => res.json(await prisma.note.create({ data: Note.partial().omit({ id: true }).parse(req.body) })));

const Ticket = Joi.object({ title: Joi.string().max(200).required(), state: Joi.string().valid('open', 'closed'), code: Joi.string().alphanum() });
app.post('/tickets', async (req, res) => res.json(await prisma.ticket.create({ data: Joi.attempt(req.body, Ticket) })));

const Comment = v.object({ comment: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)) });
app.post('/comments', async (req, res) => res.json(await prisma.comment.create({ data: v.parse(Comment, req.body) })));

const Reply = object({ reply: size(string(), 1, 500), name: pattern(string(), /^\w{1,20}$/) });
app.post('/replies', async (req, res) => {
  assert(req.body, Reply);
  res.json(await prisma.reply.create({ data: req.body }));
});

app.post('/fields', body('title').isString().isLength({ max: 100 }), body('email').isEmail(), async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(422);
  res.json(await prisma.ticket.create({ data: { title: req.body.title } }));
});

const Project = Type.Object({ name: Type.String({ maxLength: 50 }), kind: Type.Union([Type.Literal('a'), Type.Literal('b')]) });
app.post('/projects', async (req, res) => {
  if (!Value.Check(Project, req.body)) return res.sendStatus(400);
  res.json(await prisma.project.create({ data: { name: req.body.name } }));
});

// What stands in the address is bounded by the server.
app.get('/search', (req, res) => res.json(z.object({ text: z.string() }).parse(req.query)));
app.post('/found', (req, res) => res.json(z.object({ text: z.string() }).parse(req.query)));

// An entity says how long it may be.
import { Column, Entity } from 'typeorm';
@Entity()
export class Label {
  @Column({ length: 80 }) headline: string;
}
app.post('/labels', async (req, res) => res.json(await prisma.label.create({ data: z.object({ headline: z.string() }).parse(req.body) })));

// A service that signs what it sends.
import Stripe from 'stripe';
const stripe = new Stripe(process.env.STRIPE_KEY!);
app.post('/webhooks/stripe', async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK_SECRET!);
  await prisma.event.create({ data: z.object({ description: z.string() }).parse(event.data) });
  res.end();
});
