const passport = require('passport');
const LocalStrategy = require('passport-local').Strategy;
const { Pool } = require('pg');

const pool = new Pool();

passport.use(new LocalStrategy(function (email, password, done) {
  pool.query('SELECT * FROM users WHERE email = $1', [email]).then((found) => done(null, found.rows[0]), done);
}));
