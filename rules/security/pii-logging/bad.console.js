const express = require('express');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());

app.post('/login', function (req, res) {
  // expect: pii-logging P0
  console.log(req.body);
  // expect: pii-logging P0
  console.log('login', JSON.stringify(req.body, null, 2));
  // expect: pii-logging P0
  console.log('Login attempt: ' + req.body.email + ' / ' + req.body.password);
  const { password, email: address } = req.body;
  // expect: pii-logging P0
  console.info(`password is ${password}`);
  // expect: pii-logging P1
  console.info('sending to', address);
  var token = jwt.sign({ sub: 1 }, process.env.JWT_SECRET);
  // expect: pii-logging P0
  console.debug('issued', token);
  // expect: pii-logging P0
  console.error('headers were', req.headers);
  // expect: pii-logging P0
  console.error('auth:', req.headers.authorization);
  // expect: pii-logging P0
  console.error('auth:', req.get('Authorization'));
  // expect: pii-logging P0
  console.log('cookies', req.cookies);
  // expect: pii-logging P0
  console.log('cookie of the session: %s', req.cookies.accessToken);
  // expect: pii-logging P0
  console.log(req);
  // expect: pii-logging P0
  console.log('using key ' + process.env.STRIPE_API_KEY);
  const message = `reset code ${req.body.resetCode}`;
  // expect: pii-logging P0
  process.stdout.write(message);
  res.json({ ok: true });
});

app.post('/pay', (req, res) => {
  const payload = req.body;
  // expect: pii-logging P0
  console.log('payment', payload);
  const { cardNumber, cvv, amount } = req.body;
  // expect: pii-logging P0
  console.log('charging', { amount, cardNumber, last: cvv });
  const audit = { amount, card: { cvv } };
  // expect: pii-logging P0
  console.log(audit);
  // expect: pii-logging P1
  console.log('customer', { id: 1, phoneNumber: req.body.phoneNumber });
  // expect: pii-logging P1
  console.log(req.user.name);
  // expect: pii-logging P1
  console.log('by', req.user);
  res.end();
});

async function charge(creditCard) {
  // expect: pii-logging
  console.log(`charging ${creditCard.number}`);
  // ok: pii-logging
  console.log(`charging **** ${creditCard.number.slice(-4)}`);
}
module.exports.charge = charge;

function refuse(token) {
  if (token) {
    // expect: pii-logging
    console.error('refused token:', token);
  }
}
module.exports.refuse = refuse;

exports.known = function (tokens, to) {
  // expect: pii-logging
  for (const token of tokens) console.log('revoking', token);
  if (to.includes('@')) {
    // expect: pii-logging
    console.log('sent', { email: to });
  }
};
