const express = require('express');

const app = express();
const isDevelopment = process.env.NODE_ENV === 'development';

app.use((err, req, res, next) => {
  const body = { code: 500, message: 'failed', stack: err.stack };
  if (!isDevelopment) {
    delete body.stack;
  }
  // ok: error-detail-exposed
  res.status(500).json(body);
});

app.use((err, req, res, next) => {
  const body = { code: 500, detail: err.stack };
  delete body.detail;
  // ok: error-detail-exposed
  res.status(500).json(body);
});
