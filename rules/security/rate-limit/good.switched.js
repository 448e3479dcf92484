// Nobody can tell whether the switch is on where it is deployed.
const express = require('express');
const rateLimit = require('express-rate-limit');

function limited(max) {
  if (!process.env.ENABLE_RATE_LIMIT) {
    return function (req, res, next) {
      next();
    };
  }
  return rateLimit({ windowMs: 60000, max });
}

const app = express();
app.post('/login', limited(5), function (req, res) {
  res.end();
});
