const express = require('express');
const app = express();
app.get('/orders/:id', (req, res) => { throw new Error('not there yet'); });
function start(port) {
  if (!port) throw new Error('PORT');
  if (port < 1) throw new Error('PORT');
  if (port > 65535) throw new Error('PORT');
  if (!process.env.A) throw new Error('A');
  if (!process.env.B) throw new Error('B');
  app.listen(port);
}
start(3000);
