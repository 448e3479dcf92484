const express = require('express');

const app = express();
app.post('/forgot', async (req, res) => {
  // expect: weak-crypto
  const code = Math.floor(100000 + Math.random() * 900000);
  await req.app.locals.mail(req.body.email, code);
  res.sendStatus(202);
});
app.post('/verify-phone', async (req, res) => {
  // expect: weak-crypto
  const code = Math.floor(Math.random() * 1000000).toString().padStart(6, '0');
  await req.app.locals.text(req.body.phone, code);
  res.sendStatus(202);
});
// ok: weak-crypto
const code = ['red', 'green'][Math.floor(Math.random() * 2)];
exports.colour = code;
// ok: weak-crypto
exports.wait = Math.floor(Math.random() * 10000);
