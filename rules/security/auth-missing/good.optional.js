const express = require('express');
const { PrismaClient } = require('@prisma/client');

const app = express();
const prisma = new PrismaClient();

// Whoever shows nothing is let on: what the handlers make of that cannot be told.
function optionalAuth(req, res, next) {
  if (!req.headers.authorization) return next();
  const user = verify(req.headers.authorization);
  if (!user) return res.status(401).end();
  req.user = user;
  next();
}
// One that hands an error on refuses.
function requireAuth(req, res, next) {
  const token = req.headers.authorization;
  if (!token) return next(new Error('no token'));
  if (!verify(token)) return res.sendStatus(401);
  next();
}

app.post('/notes', optionalAuth, async (req, res) => {
  res.json(await prisma.note.create({ data: { text: String(req.body.text) } }));
});
// ok: auth-missing
app.delete('/notes/:id', requireAuth, async (req, res) => {
  res.json(await prisma.note.delete({ where: { id: req.params.id } }));
});
app.listen(3000);

// Only those who show a token that does not hold are turned away.
async function readToken(req, res, next) {
  const token = req.headers['x-token'];
  if (token) {
    try {
      req.user = verify(token);
    } catch {
      return res.status(401).json({ error: 'Your session expired' });
    }
  }
  next();
}
app.put('/notes/:id', readToken, async (req, res) => {
  res.json(await prisma.note.update({ where: { id: req.params.id }, data: { done: true } }));
});
// Those who show none are turned away after that.
function bearer(req, res, next) {
  let token;
  if (req.headers.authorization && req.headers.authorization.startsWith('Bearer')) {
    try {
      token = verify(req.headers.authorization.split(' ')[1]);
      next();
    } catch {
      res.status(401).end();
    }
  }
  if (!token) res.status(401).end();
}
// ok: auth-missing
app.patch('/notes/:id', bearer, async (req, res) => {
  res.json(await prisma.note.update({ where: { id: req.params.id }, data: { done: false } }));
});

// A setting that is missing is no caller who shows nothing.
function configured(req, res, next) {
  if (!process.env.JWT_SECRET) return next();
  if (!verify(req.headers.authorization)) return res.sendStatus(401);
  next();
}
// ok: auth-missing
app.put('/drafts/:id', configured, async (req, res) => {
  res.json(await prisma.draft.update({ where: { id: req.params.id }, data: { done: true } }));
});
