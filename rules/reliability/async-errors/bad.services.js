const express = require('express');
const { Queue } = require('bullmq');
const { Resend } = require('resend');
const { PrismaClient } = require('@prisma/client');

const resend = new Resend(process.env.RESEND_API_KEY);
const imports = new Queue('imports', { connection: { host: process.env.REDIS_HOST } });
const prisma = new PrismaClient();
const app = express();

app.post('/invitations', (req, res) => {
  // expect: async-errors
  resend.emails.send({ from: 'team@example.com', to: req.body.email, subject: 'Welcome', text: 'Welcome' });
  // expect: async-errors
  imports.add('invitation', { email: req.body.email });
  res.sendStatus(202);
});

// An asynchronous function takes over the rejection of what it returns.
app.post('/contacts/sync', (req, res) => {
  // expect: async-errors
  req.body.ids.forEach(async (id) => imports.add('contact', { id }));
  // expect: async-errors
  req.body.ids.forEach(async (id) => {
    return prisma.contact.update({ where: { id }, data: { stale: true } });
  });
  res.sendStatus(202);
});
