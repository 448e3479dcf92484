// expect-project: structured-logging
const express = require('express');
const app = express();
app.get('/orders/:id', (req, res) => {
  console.log('order asked for');
  res.json({});
});
app.listen(3000, () => console.log('Listening on 3000'));
