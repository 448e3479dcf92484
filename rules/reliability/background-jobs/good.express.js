const express = require('express');
const nodemailer = require('nodemailer');
const axios = require('axios');
const OpenAI = require('openai');

const app = express();
const transporter = nodemailer.createTransport({ host: 'smtp.mail.example' });
const openai = new OpenAI();

// The answer does not wait for the letter.
app.post('/register', (req, res) => {
  transporter.sendMail({ to: req.body.email, subject: 'Welcome' }).catch((error) => console.error(error));
  res.send('welcome');
});

// After the answer.
app.post('/invite', (req, res) => {
  res.sendStatus(202);
  setImmediate(async () => {
    await transporter.sendMail({ to: req.body.email, subject: 'Join us' });
  });
});

// One answer of a model is what is asked for; several at once take no longer; what is streamed is seen at once.
app.post('/summaries', async (req, res) => {
  const [summary, title] = await Promise.all([
    openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Sum up: ' + req.body.text }] }),
    openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Title of: ' + req.body.text }] }),
  ]);
  res.json({ summary, title });
});

app.post('/chat', async (req, res) => {
  const plan = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Plan: ' + req.body.text }] });
  const stream = await openai.chat.completions.create({ model: 'gpt-4o', stream: true, messages: [{ role: 'user', content: String(plan.id) + req.body.text }] });
  for await (const part of stream) res.write(part.choices[0].delta.content || '');
  res.end();
});

// The first mirror that answers is enough, and there are two.
app.get('/rates', async (req, res) => {
  for (const host of ['a', 'b']) {
    const { data } = await axios.get('https://' + host + '.rates.example/today', { timeout: 1000 });
    if (data.ok) return res.json(data);
  }
  res.sendStatus(503);
});

// No request waits for what a schedule does.
async function remind(users) {
  for (const user of users) {
    await transporter.sendMail({ to: user.email, subject: 'See you tomorrow' });
  }
}
setInterval(() => remind([]), 60_000);

// Whoever tries the settings of the mail wants to know whether it went.
app.post('/settings/mail/test', async (req, res) => {
  await transporter.sendMail({ to: req.user.email, subject: 'It works' });
  res.sendStatus(204);
});
