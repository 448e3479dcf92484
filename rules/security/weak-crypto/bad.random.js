const express = require('express');
const app = express();
// expect: weak-crypto
const genToken = () => Math.random().toString(36).substring(2);
app.post('/forgot', async (req, res) => {
  // expect: weak-crypto
  const resetToken = Math.random().toString(36).slice(2) + Date.now();
  res.json({ ok: true });
});
app.post('/session', (req, res) => {
  // expect: weak-crypto
  const sessionId = String(Math.random() * 1e17);
  res.cookie('sid', sessionId);
});
function apiKey() {
  // expect: weak-crypto
  return 'ak_' + Math.random().toString(16).slice(2);
}
exports.createUser = (db, user) => {
  // expect: weak-crypto
  user.verificationCode = Math.floor(Math.random() * 900000) + 100000;
  // expect: weak-crypto
  db.insert({ inviteCode: Math.random().toString(36) });
};
function randomString(length) {
  const chars = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let out = '';
  for (let i = 0; i < length; i++) {
    out += chars[Math.floor(Math.random() * chars.length)];
  }
  return out;
}
exports.newPassword = () => randomString(10);
var password = Array(12)
  .fill(0)
  // expect: weak-crypto
  .map(function () { return String.fromCharCode(Math.random() * 86 + 40); })
  .join('');
exports.password = password;
const sessions = {};
const tokens = new Map();
app.post('/sign-in', (req, res) => {
  // expect: weak-crypto
  const id = Math.random().toString(36).slice(2);
  sessions[id] = { user: req.body.user };
  res.json({ id });
});
app.post('/devices', (req, res) => {
  // expect: weak-crypto
  const value = Math.random().toString(16);
  tokens.set(value, req.body.device);
  res.json({ value });
});

exports.createPassword = function () {
  // expect: weak-crypto
  const digits = Math.random().toString(36).slice(2);
  return digits;
};

exports.open = function (accounts) {
  // A session of a person is no piece of work.
  // expect: weak-crypto P1
  const sessionId = `session-${Math.random().toString(36).slice(2)}`;
  accounts.current = sessionId;
};
