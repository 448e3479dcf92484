const { logger } = require('./logger');
const app = require('express')();
app.get('/orders', (req, res) => { logger.info({ message: 'orders' }); res.json([]); });
app.listen(3000);
