const express = require('express');

const app = express();
const NAMES = ['ann', 'bob'];

app.get('/a', (req, res) => {
  res.json({ name: req.query.name });
});

app.get('/b/:name', (req, res) => {
  res.send({ message: `Hello ${req.params.name}` });
});

app.get('/c', (req, res) => {
  res.type('text').send(req.query.name);
  res.type('application/json').send(req.query.name);
});

app.get('/d', (req, res) => {
  res.setHeader('Content-Type', 'text/plain');
  res.send('Hello ' + req.query.name);
});

app.get('/e', (req, res) => {
  res.render('hello', { name: req.query.name });
});

app.get('/f', (req, res) => {
  const page = Number(req.query.page);
  res.send('<p>Page ' + page + ' of ' + parseInt(req.query.of, 10) + '</p>');
});

app.get('/g', (req, res) => {
  if (!NAMES.includes(req.query.name)) return res.sendStatus(404);
  res.send(`<p>${req.query.name}</p>`);
});

app.post('/h', (req, res) => {
  res.send(req.body);
  res.end(JSON.stringify({ name: req.body.name }));
});

app.get('/i', (req, res) => {
  res.writeHead(200, { 'Content-Type': 'application/json' });
  res.end(`{"name": "${req.query.name}"}`);
});

app.get('/j', async (req, res) => {
  const user = await find(req.params.id);
  res.send(user ? 'found' : 'not found');
});
