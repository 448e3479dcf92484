const express = require('express');
const settings = require('./settings');

const app = express();
app.set('trust proxy', Number(process.env.TRUSTED_PROXIES));

const admin = express();
admin.set('trust proxy', settings.TRUSTED_PROXY_HOPS);

module.exports = { app, admin };

// As many proxies as the setting says have written behind it.
exports.behind = (headers, hops) => {
  const list = headers['x-forwarded-for'].split(',');
  return list[list.length - hops].trim();
};
