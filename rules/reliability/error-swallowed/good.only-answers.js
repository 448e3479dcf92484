const express = require('express');
const app = express();

// Whoever asked is gone when this fails.
app.get('/page', (req, res) => {
  const send = (status, body) => {
    if (res.headersSent) return;
    try { res.status(status).send(body); } catch (e) { /* the stream is gone */ }
  };
  send(200, 'hello');
});
app.listen(3000);
