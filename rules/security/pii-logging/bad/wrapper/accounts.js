const { logEvent, logger } = require('./log');

module.exports = function accounts(router) {
  router.post('/accounts', (req, res) => {
    // expect: pii-logging P0
    logEvent('account.create', req.body);
    // expect: pii-logging P0
    logger.info('account', { password: req.body.password });
    res.end();
  });
};
