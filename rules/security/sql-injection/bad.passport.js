const passport = require('passport');
const LocalStrategy = require('passport-local').Strategy;
const { BasicStrategy } = require('passport-http');
const { Strategy: BearerStrategy } = require('passport-http-bearer');
const { Pool } = require('pg');

const pool = new Pool();

passport.use(new LocalStrategy(function (email, password, done) {
  // expect: sql-injection
  pool.query("SELECT * FROM users WHERE email = '" + email + "'").then((found) => done(null, found.rows[0]), done);
}));

passport.use(new LocalStrategy({ usernameField: 'email', passReqToCallback: true }, async (req, email, password, done) => {
  // expect: sql-injection
  const found = await pool.query(`SELECT * FROM users WHERE email = '${email}' AND tenant = '${req.headers.tenant}'`);
  done(null, found.rows[0]);
}));

passport.use(new BasicStrategy((name, password, done) => {
  // expect: sql-injection
  pool.query(`SELECT * FROM clients WHERE name = '${name}'`).then((found) => done(null, found.rows[0]), done);
}));

passport.use(new BearerStrategy((token, done) => {
  // expect: sql-injection
  pool.query(`SELECT * FROM tokens WHERE value = '${token}'`).then((found) => done(null, found.rows[0]), done);
}));
