import express from 'express';
import jwt from 'jsonwebtoken';
import simple from 'jwt-simple';

const app = express();

// One of the callers reads when it ends, the other who it is.
function decodeToken(token: string) {
  // expect: jwt-unverified P0
  return jwt.decode(token) as { exp?: number; sub?: string; role?: string };
}

app.post('/renew', (req, res) => {
  const claims = decodeToken(req.cookies.session);
  if (claims.exp && claims.exp < Date.now() / 1000) return res.status(401).end();
  return res.status(204).end();
});

app.delete('/users/:id', (req, res) => {
  const claims = decodeToken(req.cookies.session);
  if (claims.role !== 'admin') return res.status(403).end();
  return res.status(204).end();
});

// A list of what the caller sent, of which more than times are read.
app.get('/accounts', (req, res) => {
  // expect: jwt-unverified P0
  const accounts = req.body.tokens.map((token: string) => ({ token, claims: jwt.decode(token) as { sub: string } }));
  res.json(accounts.map((account: { claims: { sub: string } }) => account.claims.sub));
});

// It verifies for nobody who does not ask for it.
export function readLoosely(token: string, verify = false) {
  // expect: jwt-unverified P0
  return simple.decode(token, process.env.JWT_SECRET!, !verify);
}

// It verifies unless it is told not to.
export function readUnlessTold(token: string, verify: boolean = true) {
  // expect: jwt-unverified P1
  return simple.decode(token, process.env.JWT_SECRET!, !verify);
}

app.get('/me', (req, res) => {
  res.json(readLoosely(req.cookies.session, false));
});

app.get('/you', (req, res) => {
  res.json({ checked: readUnlessTold(req.cookies.session), unchecked: readUnlessTold(req.cookies.session, false) });
});
