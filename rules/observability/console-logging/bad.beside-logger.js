const express = require('express');
const logger = require('pino')();
const app = express();
app.listen(3000, () => logger.info('up'));
setInterval(() => {
  // expect: console-logging
  console.log('old sessions are removed');
}, 60000);
