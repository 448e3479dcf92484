const express = require('express');
const env = require('./env');

const app = express();
if (env.TRUST_PROXY) {
  // expect: forwarded-for-trust
  app.set('trust proxy', true);
}

module.exports = app;
