// Nobody waits for these letters: no request stands in line while the mail server is down.
const express = require('express');
const nodemailer = require('nodemailer');
const app = express();
const transporter = nodemailer.createTransport({ host: 'smtp.example.com' });

async function sendMail(to) {
  // expect: circuit-breaker P2
  await transporter.sendMail({ to, subject: 'Thank you' });
}

app.post('/orders', (req, res) => {
  sendMail(req.body.email).catch(console.error);
  res.json({});
});
