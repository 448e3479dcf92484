const jwt = require('jwt-simple');

// expect: jwt-unverified
exports.fromToken = (token) => jwt.decode(token, process.env.FORUM_JWT_SECRET, true);

const secret = process.env.JWT_SECRET;
exports.reader = (token) => {
  // expect: jwt-unverified
  const { member } = jwt.decode(token, secret, true, 'HS256');
  return member;
};
