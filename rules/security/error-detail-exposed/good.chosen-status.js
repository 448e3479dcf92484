// The text is sent where somebody chose a status for it, never with 500.
const express = require('express');
const app = express();

app.use((err, req, res, next) => {
  const status = err.status || 500;
  res.status(status).json({ code: status === 500 ? 'internal' : err.message });
});
app.use((err, req, res, next) => {
  const status = err.statusCode ?? 500;
  res.status(status).send(status !== 500 ? err.message : 'Something went wrong');
});
