const jwt = require('jsonwebtoken');
const passport = require('passport');
const { ExtractJwt, Strategy } = require('passport-jwt');
const projects = require('./projects');

// Whose key it is stands in the token, which is verified with it afterwards.
const options = {
  jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
  algorithms: ['HS256'],
  secretOrKeyProvider: function (request, rawToken, done) {
    const { aud } = jwt.decode(rawToken);
    if (aud === 'none') return done(new Error('no audience'));
    projects.byId(aud).then((project) => done(null, project.secret), done);
  },
};
passport.use(new Strategy(options, (claims, done) => done(null, claims)));
