const express = require('express');

const app = express();

app.use((err, req, res, next) => {
  switch (true) {
    case typeof err === 'string':
      // ok: error-detail-exposed
      return res.status(err.endsWith('not found') ? 404 : 400).json({ message: err });
    default:
      return res.status(500).json({ message: 'failed' });
  }
});

app.get('/', (req, res) => load().catch((err) => {
  // ok: error-detail-exposed
  if (typeof err === 'string') return res.status(400).send(err);
  res.sendStatus(500);
}));
