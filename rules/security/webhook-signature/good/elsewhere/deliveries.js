const { createHmac, timingSafeEqual } = require('node:crypto');

exports.verifyDelivery = function (req, res, next) {
  const expected = createHmac('sha256', process.env.HOOK_SECRET).update(req.body).digest();
  const given = Buffer.from(req.get('x-signature') || '', 'hex');
  if (given.length === expected.length && timingSafeEqual(given, expected)) return next();
  res.status(403).end();
};
