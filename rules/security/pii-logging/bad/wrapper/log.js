const winston = require('winston');

const writer = winston.createLogger({ transports: [new winston.transports.File({ filename: 'app.log' })] });

function logEvent(event, details) {
  writer.info(event, details);
}

class Journal {
  info(message, ...rest) {
    writer.info(message, ...rest);
  }
}

module.exports = { logEvent, logger: new Journal() };
