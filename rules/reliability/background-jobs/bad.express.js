const express = require('express');
const nodemailer = require('nodemailer');
const puppeteer = require('puppeteer');
const axios = require('axios');
const OpenAI = require('openai');

const app = express();
const transporter = nodemailer.createTransport({ host: 'smtp.mail.example' });
const openai = new OpenAI();

app.post('/register', function (req, res) {
  // expect: background-jobs P2
  transporter.sendMail({ to: req.body.email, subject: 'Welcome' }, function (err) {
    if (err) return res.status(500).send('no mail');
    res.send('welcome');
  });
});

app.get('/invoices/:id.pdf', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  await page.goto('http://localhost:3000/print/' + encodeURIComponent(req.params.id));
  // expect: background-jobs P1
  const pdf = await page.pdf({ format: 'A4' });
  await browser.close();
  res.type('pdf').send(pdf);
});

app.post('/articles', async (req, res) => {
  const outline = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Outline: ' + req.body.topic }] });
  // expect: background-jobs P1
  const article = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Write: ' + outline.choices[0].message.content }] });
  res.json(article);
});

app.post('/contacts/sync', async (req, res) => {
  for (const contact of req.body.contacts) {
    // expect: background-jobs P1
    await axios.post('https://api.crm.example/contacts', contact);
  }
  res.sendStatus(204);
});

// The channels of one account stay few.
app.post('/accounts/:id/alerts', async (req, res) => {
  const account = await loadAccount(req.params.id);
  for (const channel of account.channels) {
    // expect: background-jobs P2
    await axios.post('https://hooks.slack.example/' + channel.slug, { text: req.body.text }, { timeout: 1000 });
  }
  res.sendStatus(204);
});
