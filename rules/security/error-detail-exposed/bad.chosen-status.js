// The other way round.
const express = require('express');
const app = express();

app.use((err, req, res, next) => {
  const status = err.status || 500;
  // expect: error-detail-exposed
  res.status(status).json({ code: status === 500 ? err.message : 'refused' });
});
