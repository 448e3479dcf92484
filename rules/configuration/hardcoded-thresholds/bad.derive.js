const crypto = require('crypto');
const { RateLimiterRedis } = require('rate-limiter-flexible');

module.exports = (client) => ({
  // expect: hardcoded-thresholds
  limiter: new RateLimiterRedis({ storeClient: client, points: 10, duration: 1 }),
  // expect: hardcoded-thresholds
  derive: (password, salt, done) => crypto.pbkdf2(password, salt, 600000, 32, 'sha256', done),
});
