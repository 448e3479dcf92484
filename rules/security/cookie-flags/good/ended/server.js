const express = require('express');
const { forgotten } = require('./options');

const app = express();
app.post('/logout', (req, res) => {
  res.cookie('session', 'gone', forgotten);
  res.sendStatus(204);
});
app.listen(3000);
