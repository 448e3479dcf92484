const express = require('express');
const crypto = require('crypto');
const _ = require('lodash');

const app = express();
app.use(express.json());

function mask(text) {
  return text.slice(0, 2) + '***';
}

app.post('/login', function (req, res) {
  const { password, email } = req.body;
  console.log('password reset requested');
  console.log('login of', req.user.id);
  console.log(`${req.method} ${req.path} from ${req.ip}`, req.url, req.query.page);
  console.log('fields', Object.keys(req.body));
  console.log('has password', !!password, Boolean(password), typeof password, password !== undefined);
  console.log(password ? 'password given' : 'no password');
  console.log({ passwordLength: password.length, hasPassword: Boolean(password), tokenCount: 3, maxTokens: 100 });
  console.log('email', mask(email), email.replace(/.(?=.*@)/g, '*'), email.split('@')[1]);
  console.log('body', _.omit(req.body, ['password', 'email']), _.pick(req.body, ['page']));
  const { password: _p, email: _e, ...safe } = req.body;
  console.log('body', safe);
  console.log({ password: '***', token: '[REDACTED]', email: undefined });
  const maskedToken = mask(req.body.token);
  console.log(maskedToken, 'token', crypto.createHash('sha256').update(req.body.token).digest('hex'));
  const token = req.body.token.slice(-4);
  console.log('token ends in', token);
  console.log(JSON.stringify(req.body, (key, value) => (key === 'password' ? undefined : value)));
  console.log('text of an object shows nothing: ' + req.body);
  res.json({ ok: true });
});

app.use((err, req, res, next) => {
  console.error(err);
  console.error('failed', err.message, err.stack, { requestId: req.id });
  const errors = { password: 'is too short', email: 'is missing' };
  console.warn(errors.password, errors.email);
  res.sendStatus(500);
});

function tokenize(text) {
  for (const token of parse(text)) {
    if (token.type === 'word') console.log(token);
    console.log('next', text.nextToken, text.pageToken, text.usage.completion_tokens);
  }
}

if (process.env.NODE_ENV !== 'production') {
  console.log('development only', process.env.API_KEY);
}

module.exports = { tokenize };

// There is none where it is logged, or it is only what a secret is called.
const SECRET_NAME_OF_TOKEN = 'SANDBOX_ACCESS_TOKEN';
function check(token) {
  if (!token) {
    console.error('invalid token:', token);
    return false;
  }
  console.info('no integration with', SECRET_NAME_OF_TOKEN);
  return true;
}
module.exports.check = check;

exports.definition = function (text) {
  const tokens = text.split(',').map((token) => token.trim());
  for (const token of tokens) {
    if (token !== 'promoted') console.log('Unrecognized token:', token);
  }
};

exports.renewed = function (service) {
  console.warn(`tokens are good for ${service.expireInToken} ms`);
};

// Who has no address is no person.
exports.deliver = function (to, mail) {
  if (!to.includes('@') && to.startsWith('missing-')) {
    console.error('not sent', { email: to });
    return;
  }
  mail(to);
};
