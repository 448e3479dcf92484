// Opened by a setting that is off unless somebody turns it on, and decided by the path of the request.
const express = require('express');
const cors = require('cors');
const koaCors = require('@koa/cors');
const session = require('express-session');
const settings = require('./settings');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));

app.use((req, res, next) => {
  // ok: cors-permissive
  res.setHeader('Access-Control-Allow-Origin', settings.embedding ? '*' : settings.embedders);
  next();
});

// ok: cors-permissive
if (settings.isEnabled('cors')) app.use((req, res, next) => { res.header('Access-Control-Allow-Origin', settings.origin || '*'); next(); });
if (settings.cors.enabled) {
  // ok: cors-permissive
  app.use(cors());
}
if (process.env.ENABLE_CORS === 'true') {
  // ok: cors-permissive
  app.use(cors());
}

module.exports.open = (prefixes, known) =>
  // ok: cors-permissive
  koaCors({
    origin: (ctx) => {
      const { headers: { origin }, path } = ctx.request;
      if (prefixes.some((prefix) => path.startsWith(prefix))) return origin ?? '*';
      return origin && known.some((each) => each.origin === origin) ? origin : '';
    },
  });
