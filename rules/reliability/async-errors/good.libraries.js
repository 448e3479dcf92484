const express = require('express');
const axios = require('axios');
const nodemailer = require('nodemailer');
const superagent = require('superagent');

const app = express();
const transporter = nodemailer.createTransport({ host: 'smtp.internal', connectionTimeout: 5000, socketTimeout: 5000 });
app.post('/orders', (req, res, next) => {
  axios.post('https://hooks.example.com/orders', { id: req.body.id }).catch((error) => console.error(error));
  transporter.sendMail({ to: 'orders@example.com', subject: 'New order' }, (error) => error && console.error(error));
  superagent.post('https://audit.example.com/orders').end((error) => error && console.error(error));
  void fetch('https://audit.example.com/orders', { method: 'POST' });
  res.sendStatus(202);
});
app.get('/orders', (req, res) => axios.get('https://orders.example.com'));
