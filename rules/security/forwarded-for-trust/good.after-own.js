const express = require('express');
const { limiter } = require('./models');

const app = express();

// The framework's own address comes first; the header is only read where there is none.
app.post('/codes', async (req, res) => {
  await limiter.consume(req.ip || req.socket.remoteAddress || req.headers['x-forwarded-for'] || 'unknown');
  res.sendStatus(202);
});
