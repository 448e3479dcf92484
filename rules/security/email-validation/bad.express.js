var express = require('express');
var { z } = require('zod');
var Joi = require('joi');
var { PrismaClient } = require('@prisma/client');

var prisma = new PrismaClient();
var app = express();
app.use(express.json());

// expect: email-validation P2
app.post('/register', async function (req, res) {
  const { name, email } = req.body;
  const user = await prisma.user.create({ data: { name, email } });
  res.status(201).json(user);
});

// expect: email-validation P2
app.post('/subscribers', async function (req, res) {
  if (!req.body.email || !req.body.email.includes('@')) return res.status(400).json({ error: 'no address' });
  await prisma.subscriber.create({ data: { email: req.body.email } });
  res.sendStatus(201);
});

// Only its type.
// expect: email-validation P2
app.put('/profile', async function (req, res) {
  if (typeof req.body.email !== 'string') return res.sendStatus(400);
  await prisma.user.update({ where: { id: req.user.id }, data: { email: req.body.email } });
  res.end();
});

const Invite = z.object({ email: z.string().min(3).max(254), role: z.enum(['member', 'admin']) });
// expect: email-validation P2
app.post('/members', async function (req, res) {
  await prisma.member.create({ data: Invite.parse(req.body) });
  res.sendStatus(201);
});

// expect: email-validation P2
app.post('/contacts', async function (req, res) {
  const contact = Joi.attempt(req.body, Joi.object({ emailAddress: Joi.string().required() }));
  await prisma.contact.create({ data: contact });
  res.sendStatus(201);
});

// Sent, and not kept.
// expect: email-validation P2
app.post('/share', async function (req, res) {
  await mailer.sendMail({ to: req.body.email, subject: 'Have a look' });
  res.end();
});

function hasAt(text) {
  return text.indexOf('@') > 0;
}
// expect: email-validation P2
app.post('/waiting', async function (req, res) {
  if (!hasAt(req.body.email)) return res.sendStatus(400);
  await prisma.waiting.create({ data: { email: req.body.email } });
  res.end();
});

// Good enough, perhaps.
// expect: email-validation P3
app.post('/leads', async function (req, res) {
  if (!/^\S+@\S+\.\S+$/.test(req.body.email)) return res.sendStatus(400);
  await prisma.lead.create({ data: { email: req.body.email } });
  res.end();
});

// Whatever becomes of it: the check that is there lets nearly everything through.
// expect: email-validation P2
app.post('/newsletter', function (req, res) {
  if (req.body.email.indexOf('@') === -1) return res.status(400).send('no address');
  newsletter(req.body.email, (failure) => res.sendStatus(failure ? 502 : 204));
});

// What an administrator types weighs little.
function isAllowed(roles) {
  return (req, res, next) => (roles.includes(req.user.role) ? next() : res.sendStatus(403));
}
// expect: email-validation P3
app.patch('/settings', isAllowed(['admin', 'superadmin']), async function (req, res) {
  res.json(await prisma.settings.update({ where: { id: 1 }, data: { systemEmail: req.body.systemEmail } }));
});

// One of a list of middleware asks for administrators.
const onlyAdmins = [
  (req, res, next) => (req.user ? next() : res.sendStatus(401)),
  function mustBeAdmin(req, res, next) {
    return req.user.role === 'admin' ? next() : res.sendStatus(403);
  },
];
// expect: email-validation P3
app.post('/operators', onlyAdmins, async function (req, res) {
  res.json(await prisma.operator.create({ data: { email: req.body.email } }));
});
