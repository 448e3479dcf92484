const { env } = require('./vars');

module.exports = (err, req, res, next) => {
  const response = { code: err.status, message: 'failed', stack: err.stack };

  if (env !== 'development') {
    delete response.stack;
  }

  res.status(500);
  // ok: error-detail-exposed
  res.json(response);
};
