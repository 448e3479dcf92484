const { createHmac, timingSafeEqual, verify } = require('node:crypto');
const express = require('express');

const app = express();

// A signature check made by hand, before anything is believed.
function readToken(token) {
  const [header, body, signature] = token.split('.');
  const expected = createHmac('sha256', process.env.JWT_SECRET).update(`${header}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error('Bad token');
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
}

app.get('/me', (req, res) => {
  const claims = readToken(req.cookies.session);
  res.json(loadUser(claims.userId));
});

// Not a token: a page cursor and a file.
app.get('/list', (req, res) => {
  const cursor = JSON.parse(Buffer.from(req.query.cursor, 'base64').toString());
  const settings = JSON.parse(Buffer.from(process.env.SETTINGS, 'base64').toString());
  res.json(loadPage(cursor.offset, settings.pageSize));
});

// The key is found by the header of the token, and nothing of it is believed before its signature is checked.
async function isFromProvider(req) {
  const [head, payload, signature] = req.headers.authorization.split(' ')[1].split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString('utf8'));
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const key = await keyOf(header.kid);
  if (!verify('RSA-SHA256', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url'))) return false;
  return claims.iss === 'https://accounts.example.org' && claims.aud === process.env.AUDIENCE;
}

app.post('/hooks/mail', async (req, res) => {
  if (!(await isFromProvider(req))) return res.sendStatus(401);
  res.json(await addMail(req.body));
});
