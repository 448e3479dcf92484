const express = require('express');
const app = express();

app.get('/orders', async (req, res) => {
  try {
    res.json(await load());
  } catch (err) {
    const body = { ok: false };
    body.detail = 'The orders could not be read';
    if (process.env.NODE_ENV === 'development') body.stack = err.stack;
    res.status(500).json(body);
  }
});

app.get('/invoices', async (req, res) => {
  try {
    res.json(await load());
  } catch (err) {
    const body = { ok: false };
    res.status(500).json(body);
    // What is added after the answer is for the log.
    body.stack = err.stack;
    console.error(body);
  }
});

app.use((err, req, res, next) => {
  const body = {};
  body.stack = err.stack;
  delete body.stack;
  res.status(500).json(body);
});
