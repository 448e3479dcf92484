const logger = require('pino')();
exports.logInfo = (message, fields) => logger.info(fields, message);
