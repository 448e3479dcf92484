const Promise = require('bluebird');
const express = require('express');
const request = require('request-promise');
const wkhtmltopdf = require('wkhtmltopdf');
const { createProxyMiddleware } = require('http-proxy-middleware');
const app = express();

// expect: ssrf
app.use('/any', createProxyMiddleware({ target: 'http://api', router: (req) => req.query.target }));

app.get('/host', async (req, res) => {
  const address = new URL('https://api.example.com/status');
  address.hostname = req.query.host;
  // expect: ssrf
  res.json(await (await fetch(address)).json());
});

app.get('/promised', function (req, res) {
  new Promise(function (resolve) {
    resolve(req.query.url);
  }).then(function (url) {
    // expect: ssrf
    return request(url);
  }).then(function (body) {
    res.json(body);
  });
});

app.get('/pdf', (req, res) => {
  // expect: ssrf
  wkhtmltopdf(req.query.url).pipe(res);
});
