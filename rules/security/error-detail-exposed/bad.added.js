const express = require('express');
const app = express();

app.get('/orders', async (req, res) => {
  try {
    res.json(await load());
  } catch (err) {
    const body = { ok: false };
    body.detail = err.stack;
    // expect: error-detail-exposed P1
    res.status(500).json(body);
  }
});

app.use(function (err, req, res, next) {
  var answer = {};
  answer.message = err.message;
  // expect: error-detail-exposed
  res.status(500).send(answer);
});
