var jwt = require('jsonwebtoken');

exports.sign = function (user) {
  // expect: env-scattered P2
  return jwt.sign({ id: user.id }, process.env.JWT_SECRET);
};
