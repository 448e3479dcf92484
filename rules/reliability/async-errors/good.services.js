const express = require('express');
const { Queue } = require('bullmq');
const { Resend } = require('resend');

const resend = new Resend(process.env.RESEND_API_KEY);
const imports = new Queue('imports', { connection: { host: process.env.REDIS_HOST } });
const app = express();

app.post('/invitations', (req, res) => {
  resend.emails.send({ from: 'team@example.com', to: req.body.email, subject: 'Welcome', text: 'Welcome' }).catch(report);
  imports.add('invitation', { email: req.body.email }).catch(report);
  res.sendStatus(202);
});

app.post('/contacts/sync', (req, res) => {
  req.body.ids.forEach(async (id) => imports.add('contact', { id }).catch(report));
  // Not asynchronous: nothing is known of what it gives.
  req.body.ids.forEach(async (id) => describe(id));
  res.sendStatus(202);
});

function describe(id) {
  return `contact ${id}`;
}

function report(error) {
  process.stderr.write(`${error.message}\n`);
}
