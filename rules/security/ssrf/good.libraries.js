const express = require('express');
const phin = require('phin');
const bent = require('bent');
const { Client } = require('undici');
const httpProxy = require('http-proxy');

const app = express();
const proxy = httpProxy.createProxyServer({});
const rates = bent('https://rates.example.com', 'json');
const TARGETS = { users: 'http://users.internal', orders: 'http://orders.internal' };

app.post('/fetch', async (req, res) => {
  // ok: ssrf
  await phin({ url: `https://api.example.com/items/${encodeURIComponent(req.body.id)}` });
  // ok: ssrf
  await rates(`/rates/${req.body.currency}`);
  // ok: ssrf
  await new Client('https://api.example.com').request({ path: '/items', method: 'GET', query: { id: req.body.id } });
  // ok: ssrf
  proxy.web(req, res, { target: TARGETS[req.body.service] });
});
