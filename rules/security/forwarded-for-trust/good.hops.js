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

// A function of the program takes the one that the nearest proxy wrote.
function nearest(forwarded) {
  if (!forwarded) return null;
  const parts = forwarded.split(',').map((part) => part.trim());
  return parts[parts.length - 1];
}
exports.limited = (req) => nearest(req.headers['x-forwarded-for']) || req.ip;
