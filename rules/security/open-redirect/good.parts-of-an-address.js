const express = require('express');
const app = express();

app.get('/path', (req, res) => {
  const target = new URL('https://app.example.com');
  target.pathname = req.query.path;
  target.searchParams.set('q', req.query.q);
  res.redirect(target.href);
});

app.get('/own', (req, res) => {
  res.redirect(`${req.protocol}://www.example.com/${req.query.path}`);
});
