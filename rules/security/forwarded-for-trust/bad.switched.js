const express = require('express');
const env = require('./env');

const app = express();
if (env.TRUST_PROXY) {
  // expect: forwarded-for-trust
  app.set('trust proxy', true);
}

const { config } = require('./config');

const wiki = express();
if (config.security.securityTrustProxy) {
  // expect: forwarded-for-trust
  wiki.enable('trust proxy');
}

module.exports = { app, wiki };

// Read by hand, once a setting says that a proxy stands in front: of low confidence.
function clientOf(req) {
  const trust = process.env.TRUST_PROXY;
  if (!trust || trust === 'false') return req.socket.remoteAddress;
  // expect: forwarded-for-trust
  return req.headers['x-forwarded-for'].split(',')[0];
}
app.post('/codes', (req, res) => res.sendStatus(limiter.allows(clientOf(req)) ? 202 : 429));

// How many proxies stand in front is told: listed, of low confidence.
function addressBehind(req, trustProxyHops) {
  // expect: forwarded-for-trust
  const list = req.headers['x-forwarded-for'].split(',');
  return chainOf(list, req.socket.remoteAddress, trustProxyHops);
}
app.post('/mails', (req, res) => res.sendStatus(limiter.allows(addressBehind(req, 2)) ? 202 : 429));

// Listed: every request has to come by HTTPS, which is ended in front of the program.
const shop = express();
exports.overHttps = () => {
  if (!config.forceHttps) return;
  // expect: forwarded-for-trust
  shop.enable('trust proxy');
};
