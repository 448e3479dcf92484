const express = require('express');
const app = express();

app.get('/scheme', (req, res) => {
  // expect: open-redirect
  res.redirect(`${req.protocol}://${req.query.domain}/welcome`);
});

app.get('/joined', (req, res) => {
  // expect: open-redirect
  res.redirect(req.protocol + '://' + req.query.domain);
});

app.get('/host', (req, res) => {
  const target = new URL('https://app.example.com');
  target.host = req.query.host;
  // expect: open-redirect
  res.redirect(target.href);
});
