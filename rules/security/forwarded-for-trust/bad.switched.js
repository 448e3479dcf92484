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
