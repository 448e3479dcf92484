const mysql = require('mysql');
const passport = require('passport');
const GoogleStrategy = require('passport-google-oauth20').Strategy;
const nodemailer = require('nodemailer');

const config = {};
// expect: secret-hardcoded
config.clientSecret = 'secretHardcodedString';

// expect: secret-hardcoded
const API_KEY = 'b7f3c9d1e5a24860';
// expect: secret-hardcoded
var dbPassword = 'Sup3rS3cret!';

const connection = mysql.createConnection({
  host: 'db.internal.acme.io',
  user: 'root',
  // expect: secret-hardcoded
  password: 'toor',
  database: 'orders',
});

passport.use(
  new GoogleStrategy(
    {
      clientID: process.env.GOOGLE_CLIENT_ID,
      // expect: secret-hardcoded
      clientSecret: 'kP2vXq8RtY5wLm',
      callbackURL: '/auth/google/callback',
    },
    (accessToken, refreshToken, profile, done) => done(null, profile),
  ),
);

const mail = nodemailer.createTransport({
  host: 'smtp.acme.io',
  // expect: secret-hardcoded
  auth: { user: 'robot@acme.io', pass: 'mailpass99' },
});

class Billing {
  // expect: secret-hardcoded
  apiSecret = 'a1B2c3D4e5F6g7H8';
}

function login(req, res) {
  // expect: secret-hardcoded
  if (req.body.username === 'admin' && req.body.password === 'Adm1n2024') return res.send('welcome');
  res.sendStatus(401);
}

module.exports = { config, API_KEY, dbPassword, connection, mail, Billing, login };

// What says that it is to be replaced, or is of another stage, or is looked for: of low confidence.
// expect: secret-hardcoded
export const API_KEY_SECRET = 'acme_default_4711';
// expect: secret-hardcoded
const defaultLogins = [{ username: 'admin', password: 'admin1' }];
export const isUnchanged = (users) => users.some((user) => defaultLogins.some((login) => login.password === user.password));
// expect: secret-hardcoded
export const settings = { development: { username: 'acme', password: 'acme-dev-7' } };
// expect: secret-hardcoded
export const search = { appId: 'W34KABX4KQ', apiKey: 'd189586c601d439f9247bdaf95b3555f', indices: ['docs'] };
// expect: secret-hardcoded
export const mail = { username: 'mailer-user', password: 'mailer-pass' };
