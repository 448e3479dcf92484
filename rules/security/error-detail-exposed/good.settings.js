const express = require('express');
const { config, isLocal } = require('./settings');

const app = express();

app.use((err, req, res, next) => {
  res.status(err.status).json({ message: 'failed', ...(config.env === 'development' && { stack: err.stack }) });
});

app.use((err, req, res, next) => {
  if (isLocal) return res.status(500).send(err.stack);
  return res.status(500).json({ message: 'failed', stack: 'production' === config.nodeEnv ? undefined : err.stack });
});
