// Requests and mails that nobody waits for.
const express = require('express');
const axios = require('axios');
const nodemailer = require('nodemailer');

const app = express();
const api = axios.create({ timeout: 3000 });
const transporter = nodemailer.createTransport({ host: 'smtp.internal', connectionTimeout: 5000, socketTimeout: 5000 });
app.post('/orders', (req, res) => {
  // expect: async-errors P1
  api.post('https://hooks.example.com/orders', { id: req.body.id });
  // expect: async-errors P1
  transporter.sendMail({ to: 'orders@example.com', subject: 'New order' });
  // expect: async-errors P1
  fetch('https://audit.example.com/orders', { method: 'POST' });
  res.sendStatus(202);
});
