const express = require('express');
const app = express();

app.get('/', (req, res) => {
  const term = String(req.query.q);
  if (term.length > 40 || /[<>]/.test(term)) return res.status(400).end();
  res.send('<h1>' + term + '</h1>');
});
