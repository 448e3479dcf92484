const express = require('express');

const app = express();

function escapeHtml(text) {
  return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

app.get('/a', (req, res) => {
  res.send('<h1>Hello ' + escapeHtml(req.query.name) + '</h1>');
});

app.get('/b', (req, res) => {
  const name = req.query.name.replace(/[^a-z]/g, '');
  res.send(`<h1>Hello ${name}</h1>`);
});

app.get('/c', (req, res) => {
  res.send(`<a href="/search?q=${encodeURIComponent(req.query.q)}">again</a>`);
});

app.get('/d', (req, res) => {
  if (!/^[a-z]+$/.test(req.query.name)) return res.sendStatus(400);
  res.send(`<h1>Hello ${req.query.name}</h1>`);
});
