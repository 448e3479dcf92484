const winston = require('winston');

const writer = winston.createLogger({ transports: [new winston.transports.File({ filename: 'app.log' })] });

function logEvent(event, details) {
  writer.info(event, details);
}

module.exports = { logEvent };
