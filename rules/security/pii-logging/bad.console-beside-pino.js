// What one logger takes out, the console does not.
const pino = require('pino');
const log = pino({ redact: ['password', 'body.password'] });
const app = require('express')();

app.post('/login', (req, res) => {
  const { password } = req.body;
  // ok: pii-logging
  log.info({ password }, 'login');
  // expect: pii-logging
  console.log('login', req.body.password);
  res.end();
});
