import express from 'express';
import Redis from 'ioredis';
import nodemailer from 'nodemailer';
import { Resend } from 'resend';

const app = express();

// A cache may ask for no login; where it is has to be known.
const cache = new Redis({
  // expect: env-unvalidated P1
  host: process.env.REDIS_HOST,
  // expect: env-unvalidated P2
  password: process.env.REDIS_PASSWORD,
});

// Mail goes out by one of two ways.
const resend = process.env.RESEND_API_KEY ? new Resend(process.env.RESEND_API_KEY) : null;
// expect: env-unvalidated P2
const transport = nodemailer.createTransport({ host: process.env.SMTP_HOST, port: 587 });

app.get('/survey', (req, res) => {
  // expect: env-unvalidated P2
  res.redirect(`${process.env.SURVEY_ENDPOINT}?from=app`);
});

app.get('/partners', async (req, res) => {
  // expect: env-unvalidated P1
  const answer = await fetch(`${process.env.PARTNERS_URL}/list`, { signal: AbortSignal.timeout(2000) });
  await cache.set('partners', await answer.text());
  res.json(await answer.json());
});

app.post('/letters', async (req, res) => {
  if (resend) await resend.emails.send({ from: 'a@example.com', to: req.body.to, subject: 'Hello', text: 'Hello' });
  else await transport.sendMail({ to: req.body.to, text: 'Hello' });
  res.status(204).end();
});

app.listen(3000);
