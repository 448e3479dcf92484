const express = require('express');

const app = express();

app.use((err, req, res, next) => {
  if (err.message && err.message.indexOf('not found') >= 0) return next();
  if (err.stack.includes('ValidationError')) {
    // expect: error-detail-exposed P1
    res.status(422).render('422', { error: err.stack });
    return;
  }
  // expect: error-detail-exposed P1
  res.status(500).render('500', { error: err.stack });
});

app.use((err, req, res, next) => {
  // expect: error-detail-exposed P1
  if (typeof err === 'object') return res.status(500).json(err);
  next(err);
});
