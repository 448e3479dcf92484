const rTracer = require('cls-rtracer');
const winston = require('winston');

const withId = winston.format((info) => {
  info.requestId = rTracer.id();
  return info;
});
module.exports = winston.createLogger({ format: winston.format.combine(withId(), winston.format.json()), transports: [new winston.transports.Console()] });
