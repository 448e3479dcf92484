const express = require('express');
const { Visit, limiter, blocked } = require('./models');

const app = express();

// A record, by which nothing is decided: listed, and of low confidence.
app.post('/visits', async (req, res) => {
  // expect: forwarded-for-trust P2
  await Visit.create({ path: req.body.path, ip: req.headers['x-forwarded-for'] || req.socket.remoteAddress });
  res.sendStatus(204);
});
app.post('/logins', async (req, res) => {
  // expect: forwarded-for-trust P2
  const address = req.headers['x-forwarded-for']?.split(',')[0]?.trim() || req.ip;
  await Visit.insertMany([{ path: '/login', client_ip: address }]);
  res.sendStatus(204);
});

// The same address is recorded, and decides.
app.post('/orders', async (req, res) => {
  // expect: forwarded-for-trust P1
  const address = req.headers['x-forwarded-for'] || req.ip;
  await Visit.create({ path: '/orders', ip: address });
  if (blocked.has(address)) return res.sendStatus(403);
  res.sendStatus(201);
});
app.post('/codes', async (req, res) => {
  // expect: forwarded-for-trust P1
  await limiter.consume(req.headers['x-forwarded-for'] || req.ip);
  res.sendStatus(202);
});

app.listen(3000);

// A helper gives it back, and whoever calls the helper records it.
// expect: forwarded-for-trust P2
const recordedAddress = (req) => req.headers['x-forwarded-for']?.split(',')[0] || req.socket.remoteAddress;
app.post('/pages', async (req, res) => {
  await Visit.create({ path: '/pages', ip: recordedAddress(req) });
  res.sendStatus(204);
});

// One of the callers of this one decides by it.
// expect: forwarded-for-trust P1
const decidingAddress = (req) => req.headers['x-forwarded-for']?.split(',')[0] || req.socket.remoteAddress;
app.post('/forms', async (req, res) => {
  await Visit.create({ path: '/forms', ip: decidingAddress(req) });
  res.sendStatus(204);
});
app.post('/mails', async (req, res) => {
  await limiter.consume(decidingAddress(req));
  res.sendStatus(204);
});

// It only places the visitor: listed, of low confidence.
function addressOf(req) {
  // expect: forwarded-for-trust P2
  const forwarded = req.headers['x-forwarded-for'];
  let ip = '';
  if (forwarded) ip = forwarded.split(',')[0].trim();
  else ip = req.socket.remoteAddress || '';
  return ip.startsWith('::ffff:') ? ip.substring(7) : ip;
}
const { getCountryCode } = require('./places');
app.get('/country', async (req, res) => {
  const ip = addressOf(req);
  res.json({ country: await getCountryCode(ip) });
});
app.get('/ip', (req, res) => {
  // expect: forwarded-for-trust P2
  const ip = req.headers['x-forwarded-for'];
  res.send(ip);
});

// Told to those who look for faults, and in an audit: nothing is decided.
const Sentry = require('@sentry/node');
const { getHeaderValue } = require('./headers');
function auditAddress(req) {
  // expect: forwarded-for-trust P2
  const forwarded = getHeaderValue(req.headers['x-forwarded-for']);
  if (forwarded) {
    const list = Array.isArray(forwarded) ? forwarded : forwarded.split(',');
    return list[0].trim();
  }
  return req.socket.remoteAddress;
}
app.post('/audited', (req, res) => {
  Sentry.setUser({ id: req.user.id, ip_address: auditAddress(req) });
  res.sendStatus(204);
});
app.post('/told', (req, res) => {
  // expect: forwarded-for-trust P2
  Sentry.setContext('headers', { 'x-forwarded-for': req.headers['x-forwarded-for'] });
  const info = {};
  // expect: forwarded-for-trust P2
  const forwarded = req.headers['x-forwarded-for'];
  info.ip = forwarded ? forwarded.split(', ')[0] : null;
  res.sendStatus(204);
});
// What is asked of it decides.
app.post('/inside', (req, res) => {
  // expect: forwarded-for-trust P1
  const forwarded = req.headers['x-forwarded-for'];
  if (forwarded === '10.0.0.7') return res.json({ inside: true });
  // expect: forwarded-for-trust P1
  req.session.ip = req.headers['x-forwarded-for'];
  res.sendStatus(204);
});

// Through a variable that holds its own parts again, and shown to the caller among others.
app.post('/parts', (req, res) => {
  const info = {};
  // expect: forwarded-for-trust P2
  let list = req.headers['x-forwarded-for'];
  list = list && list.split(', ');
  info.encrypted_ip_address = encrypt(list[0]);
  res.sendStatus(204);
});
app.get('/mine', (req, res) => {
  // expect: forwarded-for-trust P2
  const ip = req.headers['x-forwarded-for'];
  res.json({ ip, port: req.socket.remotePort });
});

// Who is on the list is kept out by it.
app.use((req, res, next) => {
  // expect: forwarded-for-trust P1
  const forwarded = req.headers['x-forwarded-for'];
  const ip = Array.isArray(forwarded) ? forwarded[0] : forwarded?.split(',')[0];
  if (!ip) return next();
  for (const prefix of blocked) if (ip.startsWith(prefix)) return res.sendStatus(403);
  next();
});

// The caller is told what he has sent, under whatever name: listed, not counted.
app.get('/what-you-sent', (req, res) => {
  // expect: forwarded-for-trust P2
  const standard = (req.headers['x-forwarded-for'] || '').split(',').shift();
  res.json({ standard });
});
