const express = require('express');
const app = express();
app.post('/export', longer, (req, res) => res.send('ok'));
// expect: timeout-server P2
app.listen(3000);

function longer(req, res, next) {
  res.setTimeout(360000);
  next();
}
