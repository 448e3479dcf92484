// What this logger writes cannot be told from here: nothing is claimed.
const express = require('express');
const logger = require('@acme/logger');
const app = express();
app.get('/orders', (req, res) => { logger.info('orders are listed'); res.json([]); });
app.listen(3000);
