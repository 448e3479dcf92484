// What a function lets through that is named as a check, and that cannot be read or followed, is not known.
const dns = require('dns').promises;
const express = require('express');
const fetch = require('node-fetch');
const { assertPublicUrl } = require('@acme/network');
const { isAllowedUrl } = require('./allowed-urls');

const app = express();

app.get('/preview', async (req, res) => {
  await assertPublicUrl(req.query.url);
  // ok: ssrf
  res.send(await (await fetch(req.query.url)).text());
});
app.get('/title', async (req, res) => {
  const target = req.query.url;
  if (!(await isAllowedUrl({ target }))) return res.sendStatus(400);
  // ok: ssrf
  res.send(await (await fetch(target)).text());
});

async function checkDenyList(text) {
  const { address } = await dns.lookup(new URL(text).hostname);
  if (address.startsWith('10.')) throw new Error('denied');
}
app.get('/icon', async (req, res) => {
  let current = req.query.url;
  for (let hops = 0; hops < 3; hops += 1) {
    const resolved = await checkDenyList(current);
    // ok: ssrf
    const answer = await fetch(current, { redirect: 'manual', agent: resolved });
    current = answer.headers.get('location');
  }
});
