const express = require('express');
const { contentPolicy } = require('./policy');
const app = express();
app.use((req, res, next) => {
  res.setHeader('Content-Security-Policy', contentPolicy(req));
  res.set({ 'X-Content-Type-Options': 'nosniff', 'Strict-Transport-Security': 'max-age=63072000' });
  next();
});
