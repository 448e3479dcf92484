const express = require('express');
const app = express();

// expect: rate-limit P2
app.post('/webhooks/stripe', function (req, res) {
  res.end();
});
// expect: rate-limit P1
app.get('/hooks', function (req, res) {
  res.json([]);
});
