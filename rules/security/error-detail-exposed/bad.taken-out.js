const express = require('express');

const app = express();

// Something else is taken out, and the stack only for some callers.
app.use((err, req, res, next) => {
  const body = { code: 500, detail: 'failed', stack: err.stack };
  delete body.detail;
  if (req.query.short) delete body.stack;
  // expect: error-detail-exposed
  res.status(500).json(body);
});

// Taken out too late.
app.use((err, req, res, next) => {
  const body = { code: 500, stack: err.stack };
  // expect: error-detail-exposed
  res.status(500).json(body);
  delete body.stack;
});
