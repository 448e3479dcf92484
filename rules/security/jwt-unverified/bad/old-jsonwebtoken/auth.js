const jwt = require('jsonwebtoken');

exports.authenticate = (req, res, next) => {
  // expect: jwt-unverified P1
  req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  next();
};

exports.identify = (req, res, next) => {
  // expect: jwt-unverified P0
  const claims = jwt.decode(req.cookies.session);
  req.account = loadAccount(claims.id);
  next();
};
