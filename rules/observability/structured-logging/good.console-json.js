// A record a line on the console.
const express = require('express');
const app = express();

app.get('/orders', (req, res) => {
  console.log(JSON.stringify({ level: 'info', msg: 'orders listed' }));
  res.json([]);
});
app.post('/orders', (req, res) => {
  console.log(JSON.stringify({ level: 'info', msg: 'order made', id: 1 }));
  res.json({});
});
app.listen(3000);
