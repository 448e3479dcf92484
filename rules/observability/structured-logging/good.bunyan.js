const express = require('express');
const log = require('bunyan').createLogger({ name: 'orders' });
const app = express();
app.get('/orders', (req, res) => { log.info('orders are listed'); res.json([]); });
app.listen(3000);
