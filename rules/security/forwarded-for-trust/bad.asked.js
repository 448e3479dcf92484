const express = require('express');
const app = express();

// One finding where the header is read, none where it is asked for.
function addressOf(req) {
  // ok: forwarded-for-trust
  if (req.headers['x-forwarded-for']) {
    // expect: forwarded-for-trust
    return req.headers['x-forwarded-for'].toString().split(',')[0];
  }
  return req.socket.remoteAddress;
}

function meta(req) {
  // ok: forwarded-for-trust
  if (req.headers['x-forwarded-for'] != null && req.xhr) {
    // expect: forwarded-for-trust
    return { address: req.headers['x-forwarded-for'] };
  }
  return {};
}

app.get('/admin', (req, res) => {
  // A comparison with an address decides.
  // expect: forwarded-for-trust
  if (req.headers['x-forwarded-for'] === '10.0.0.7') return res.json(meta(req));
  res.status(403).send(addressOf(req));
});
