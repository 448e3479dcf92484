const express = require('express');
const { URL } = require('url');

const app = express();
const ALLOWED = ['https://a.example.com', 'https://b.example.com'];

app.get('/go', (req, res) => {
  const to = String(req.query.to);
  if (!ALLOWED.includes(new URL(to).origin)) return res.sendStatus(400);
  res.redirect(to);
});
