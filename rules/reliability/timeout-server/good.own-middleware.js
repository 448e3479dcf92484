const express = require('express');
const app = express();
app.use((req, res, next) => {
  const timer = setTimeout(() => {
    if (!res.headersSent) res.status(503).json({ error: 'timeout' });
  }, 10_000);
  res.on('finish', () => clearTimeout(timer));
  next();
});
app.listen(3000);
