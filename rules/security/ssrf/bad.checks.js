// Named as checks, and plainly none for this: they ask for a value, for a well-formed one, or for somebody's rights.
const express = require('express');
const fetch = require('node-fetch');
const { checkPermission } = require('@acme/rights');

const app = express();

function validateUrl(url) {
  if (!url) throw new Error('url is missing');
  console.log('fetching', url);
}
app.get('/preview', async (req, res) => {
  validateUrl(req.query.url);
  // expect: ssrf
  res.send(await (await fetch(req.query.url)).text());
});

function isValidUrl(text) {
  try {
    new URL(text);
    return true;
  } catch {
    return false;
  }
}
app.get('/title', async (req, res) => {
  if (!isValidUrl(req.query.url)) return res.sendStatus(400);
  // expect: ssrf
  res.send(await (await fetch(req.query.url)).text());
});

app.get('/icon', async (req, res) => {
  await checkPermission(req.query.url);
  // expect: ssrf
  res.send(await (await fetch(req.query.url)).text());
});
