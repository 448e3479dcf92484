import express from 'express';
import validator from 'validator';
import isEmail from 'validator/lib/isEmail';
import * as EmailValidator from 'email-validator';
import { z } from 'zod';
import { body, validationResult } from 'express-validator';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

const email = z.string().trim().toLowerCase().max(254).email();
app.post('/users', async (req, res) => res.json(await prisma.user.create({ data: z.object({ email, name: z.string().max(80) }).parse(req.body) })));
app.post('/members', async (req, res) => res.json(await prisma.member.create({ data: z.object({ email: z.email() }).parse(req.body) })));
app.post('/a', async (req, res) => {
  if (!validator.isEmail(req.body.email)) return res.sendStatus(400);
  res.json(await prisma.lead.create({ data: { email: req.body.email } }));
});
app.post('/b', async (req, res) => {
  if (!isEmail(req.body.email)) return res.sendStatus(400);
  res.json(await prisma.lead.create({ data: { email: req.body.email } }));
});
app.post('/c', async (req, res) => {
  if (!EmailValidator.validate(req.body.email)) return res.sendStatus(400);
  res.json(await prisma.lead.create({ data: { email: req.body.email } }));
});
app.post('/d', body('email').isEmail().normalizeEmail(), async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(422);
  res.json(await prisma.lead.create({ data: { email: req.body.email } }));
});

// Looked up: found or not.
app.post('/login', async (req, res) => {
  const user = await prisma.user.findFirst({ where: { email: String(req.body.email) } });
  if (!user || !(await compare(req.body.password, user.password))) return res.sendStatus(401);
  await prisma.user.update({ where: { id: user.id }, data: { seen: new Date() } });
  res.end();
});
app.post('/forgot-password', async (req, res) => {
  await prisma.reset.create({ data: { email: req.body.email } });
  res.end();
});
app.post('/exists', async (req, res) => res.json({ taken: (await prisma.user.count({ where: { email: req.body.email } })) > 0 }));
// Other things of that name.
app.post('/templates', async (req, res) => res.json(await prisma.template.create({ data: { emailTemplate: req.body.emailTemplate } })));
app.post('/admin/ban', async (req, res) => {
  const { email } = req.body;
  const user = await prisma.user.findUniqueOrThrow({ where: { email } });
  await prisma.user.update({ where: { email: user.email }, data: { banned: true } });
  res.end();
});

// The program's own queue brings it.
app.post('/api/jobs/notify', async (req, res) => res.json(await prisma.notice.create({ data: { email: req.body.email } })));

// What is asked for hangs on a setting.
const withMail = Boolean(process.env.MAIL_FROM);
const memberSchema = z.object({ name: z.string(), email: withMail ? z.string().email() : z.string().optional() });
app.post('/members', async (req, res) => {
  const member = memberSchema.parse(req.body);
  res.json(await prisma.member.create({ data: { email: member.email, name: member.name } }));
});
