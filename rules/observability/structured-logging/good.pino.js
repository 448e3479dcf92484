const express = require('express');
const logger = require('pino')();
const app = express();
app.get('/orders', (req, res) => {
  logger.info({ count: 0 }, 'orders are listed');
  res.json([]);
});
app.listen(3000, () => console.log('Listening on 3000'));
