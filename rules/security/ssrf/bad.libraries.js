// Libraries that fetch from, or connect to, the address that they are given.
const express = require('express');
const phin = require('phin');
const bent = require('bent');
const unirest = require('unirest');
const http2 = require('http2');
const net = require('net');
const { Client, Pool } = require('undici');
const { https } = require('follow-redirects');
const { createProxyMiddleware } = require('http-proxy-middleware');
const httpProxy = require('http-proxy');
const { JSDOM } = require('jsdom');
const Parser = require('rss-parser');
const io = require('socket.io-client');
const soap = require('soap');
const got = require('got');

const app = express();
const proxy = httpProxy.createProxyServer({});

app.post('/fetch', async (req, res) => {
  const { url } = req.body;
  // expect: ssrf
  await phin({ url });
  // expect: ssrf
  await bent('GET', 'json')(url);
  // expect: ssrf
  unirest.get(url);
  // expect: ssrf
  http2.connect(url);
  // expect: ssrf
  new net.Socket().connect(80, req.body.host);
  // expect: ssrf
  new Client(url);
  // expect: ssrf
  new Pool('https://' + req.body.host);
  // expect: ssrf
  https.get(url);
  // expect: ssrf
  createProxyMiddleware({ target: url });
  // expect: ssrf
  proxy.web(req, res, { target: url });
  // expect: ssrf
  await JSDOM.fromURL(url);
  // expect: ssrf
  await new Parser().parseURL(url);
  // expect: ssrf
  io(url);
  // expect: ssrf
  await soap.createClientAsync(url);
  // expect: ssrf
  await got.default(url);
});
