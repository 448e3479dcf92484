const bunyan = require('bunyan');

/** Of a request only its method and path are written. */
module.exports = bunyan.createLogger({ name: 'web', serializers: { req: (req) => ({ method: req.method, path: req.path }) } });
