const jwt = require('jsonwebtoken');
const { verifyOptions } = require('./options');

exports.authenticate = function authenticate(req, res, next) {
  // expect: jwt-unverified P0
  req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET, verifyOptions);
  next();
};
