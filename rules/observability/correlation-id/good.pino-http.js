const express = require('express');
const app = express();
app.use(require('pino-http')());
app.post('/orders', (req, res) => {
  req.log.info('order');
  res.json(req.body);
});
app.listen(3000);
