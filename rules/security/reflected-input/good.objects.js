// What is sent as an object or a list becomes JSON, wherever it was put together; an answer with status 204 has no body.
const express = require('express');
const Joi = require('joi');

const app = express();
app.use(express.urlencoded({ extended: true }));

async function rename(id, name) {
  const result = { id, name };
  return result;
}

async function inTransaction(run) {
  return run({});
}

function tally(urls) {
  const blocked = [];
  for (const url of urls) blocked.push({ url, error: 'refused' });
  return urls.map((url) => blocked.find((each) => each.url === url));
}

app.post('/rename', async (req, res) => {
  res.send(await rename(req.params.id, req.body.name));
});

app.post('/install', async (req, res) => {
  const installed = await inTransaction(async () => ({ name: req.body.name }));
  res.status(200).send(installed);
});

app.post('/previews', (req, res) => {
  const previews = tally(req.body.urls);
  res.send(previews);
});

app.get('/search', (req, res) => {
  const result = Joi.object({ q: Joi.string() }).validate(req.query);
  if (result.error) res.status(400).send(result.error);
});

app.delete('/items/:id', (req, res) => {
  const message = `Item ${req.params.id} not found`;
  res.status(204).send(message);
});
