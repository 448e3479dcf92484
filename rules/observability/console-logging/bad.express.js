const express = require('express');
const app = express();
app.get('/orders/:id', (req, res) => {
  // expect: console-logging
  console.log('order', req.params.id);
  // expect: console-logging
  console.log('and again');
  res.json({});
});
app.listen(3000, () => console.log('listening'));
