const { logEvent } = require('./log');

module.exports = function accounts(router) {
  router.post('/accounts', (req, res) => {
    logEvent('account.create', { id: req.user.id });
    res.end();
  });
};
