const express = require('express');
const url = require('url');
const app = express();

app.get('/proxy', (req, res) => {
  const host = url.parse(decodeURIComponent(req.query.url)).hostname;
  res.send(host + ' is not allowed');
});

app.get('/proxy2', (req, res) => {
  const { host } = new URL(req.query.url);
  res.send(`<b>${host}</b>`);
});
