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
