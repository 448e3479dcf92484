const express = require('express');
const { check, validationResult } = require('express-validator');
const { z } = require('zod');
const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

// A check that the handler runs by itself.
app.post('/signup', async (req, res) => {
  await check('email', 'no e-mail address').isEmail().run(req);
  if (!validationResult(req).isEmpty()) return res.sendStatus(422);
  res.json(await prisma.user.create({ data: { email: req.body.email } }));
});

const Join = z.object({ name: z.string().max(80), email: z.string().email() });
const validateWith = (schema, data) => {
  const result = schema.safeParse(data);
  if (!result.success) throw new Error('422');
  return result.data;
};

// What is checked is put together before.
app.post('/join', async (req, res) => {
  const { name, invitation } = req.body;
  const email = invitation ? (await prisma.invitation.findUnique({ where: { id: invitation } })).email : req.body.email;
  validateWith(Join, { name, email });
  if (!email.includes('@')) return res.sendStatus(400);
  res.json(await prisma.user.create({ data: { name, email } }));
});

// Found or not.
app.post('/auth/local', async (req, res) => res.json(await signIn(req.body.email, req.body.password)));
app.put('/auth/requestresetpsw', async (req, res) => {
  await prisma.user.updateMany({ where: { email: req.body.email }, data: { resetAt: new Date() } });
  res.end();
});

// A function that is not in sight checks the request.
const { validateUpdateEmail } = require('./not-in-sight');
app.put('/profile', async (req, res) => {
  await validateUpdateEmail(req, res);
  res.json(await prisma.user.update({ where: { id: req.user.id }, data: { email: req.body.email } }));
});
