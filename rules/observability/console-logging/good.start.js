const express = require('express');
const logger = require('pino')();
const app = express();
app.get('/orders', (req, res) => { logger.info('orders'); res.json([]); });
connect().catch((error) => {
  console.error('no database', error);
  process.exit(1);
});
app.listen(3000, () => console.log('Server is running on port 3000'));
const port = process.env.PORT || 3000;
console.log(`Server is running on port ${port}`);
