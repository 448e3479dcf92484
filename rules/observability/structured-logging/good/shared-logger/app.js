const express = require('express');
const { logInfo } = require('./logger');
const app = express();
app.get('/orders', (req, res) => { logInfo('orders are listed'); res.json([]); });
app.listen(3000);
