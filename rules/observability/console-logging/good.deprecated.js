const logger = require('pino')();
const app = require('express')();
exports.findAll = () => {
  console.warn('findAll is deprecated, use find');
  console.log('');
};
app.listen(3000, () => logger.info('up'));
