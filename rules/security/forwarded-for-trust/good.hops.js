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

// Who asks the helper takes the part that the nearest proxies wrote.
function entriesOf(req) {
  const header = req.headers['x-forwarded-for'];
  if (!header) return [];
  return String(header).split(',');
}
exports.clientAddress = (req, trusted) => {
  const entries = entriesOf(req);
  return entries[entries.length - trusted];
};
// Written for the framework, which is asked for the address.
exports.restore = (req, _res, next) => {
  if (req.headers['x-original-forwarded-for']) req.headers['x-forwarded-for'] = req.headers['x-original-forwarded-for'] + ', ' + req.headers['x-forwarded-for'];
  next();
};
