const express = require('express');

const app = express();

app.use((err, req, res, next) => {
  const showsErrors = app.get('env') === 'development';
  res.status(500).json({ message: 'failed', error: showsErrors ? err : {} });
});
