const crypto = require('crypto');
const express = require('express');
const session = require('express-session');
const cookieParser = require('cookie-parser');
const cookieSession = require('cookie-session');

const app = express();
app.use(
  session({
    // expect: secret-hardcoded
    secret: 'keyboard cat',
    resave: false,
    saveUninitialized: false,
  }),
);
// expect: secret-hardcoded
app.use(cookieParser('monkeys'));
// expect: secret-hardcoded
app.use(cookieSession({ name: 'session', keys: ['first', process.env.SECOND_KEY] }));

// expect: secret-hardcoded
const PEPPER = 'winter';
exports.sign = (body) => crypto.createHmac('sha256', PEPPER).update(body).digest('hex');

// expect: secret-hardcoded
exports.key = crypto.createSecretKey('secretHardcodedString', 'utf-8');
// expect: secret-hardcoded
exports.decrypt = (buffer) => crypto.privateDecrypt({ key: 'secretHardcodedString' }, buffer);

exports.encrypt = (text, iv) => {
  // expect: secret-hardcoded
  const cipher = crypto.createCipheriv('aes-256-cbc', Buffer.from('0123456789abcdef0123456789abcdef'), iv);
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
};

const { Resend } = require('resend');
// expect: secret-hardcoded P0
exports.mails = new Resend('re_8fK3jQwT_2yXv8uN1mZb6Ah7Yc2VbN9mK');

// Words that keep hashes of one kind apart: listed, of low confidence.
// expect: secret-hardcoded
exports.hashInvite = (token) => crypto.createHmac('sha256', 'notes-token-invite').update(token).digest('hex');
