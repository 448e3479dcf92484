const jwt = require('jsonwebtoken');
const passport = require('passport');
const { ExtractJwt, Strategy } = require('passport-jwt');
const users = require('./users');

// expect: jwt-unverified P1
passport.use(new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.SECRET, algorithms: ['HS256'], ignoreExpiration: true }, (claims, done) => {
  users.byId(claims.sub).then((user) => done(null, user), done);
}));

exports.session = (req, res, next) => {
  // expect: jwt-unverified P1
  const claims = jwt.verify(req.headers.authorization, process.env.SECRET, { algorithms: ['HS256'], ignoreExpiration: true });
  req.user = claims.sub;
  next();
};

// The program looks at the expiry by itself.
exports.keys = (req, res, next) => {
  // expect: jwt-unverified P1
  const claims = jwt.verify(req.headers.authorization, process.env.SECRET, { algorithms: ['HS256'], ignoreExpiration: true });
  if (claims.exp * 1000 < Date.now()) return res.sendStatus(401);
  next();
};
