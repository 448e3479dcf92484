const express = require('express');
const { route } = require('./route');
const app = express();

app.get('/a', async (req, res) => {
  // expect: ssrf
  const request = new Request(req.query.url);
  const answer = await fetch(request);
  res.json(await answer.json());
});
app.get('/b', async (req, res) => {
  // expect: ssrf
  const answer = await fetch(new Request(req.query.url, { method: 'POST' }));
  res.json(await answer.json());
});
const send = (request) => fetch(request);
app.get('/c', async (req, res) => {
  // expect: ssrf
  const answer = await send(new Request(req.query.url));
  res.json(await answer.json());
});
app.listen(3000);
