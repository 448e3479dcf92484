// What many calls do little harm to is told with little weight.
const express = require('express');
const jwt = require('jsonwebtoken');
const db = require('./db');

const app = express();

function requireAdmin(req, res, next) {
  const claims = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  if (claims.role !== 'admin') return res.status(403).end();
  next();
}

// expect: rate-limit P2
app.put('/settings', requireAdmin, (req, res) => res.json(db.save(req.body)));
// expect: rate-limit P2
app.post('/api/cron/reports', (req, res) => res.json(db.report()));
// expect: rate-limit P3
app.post('/logout', (req, res) => res.json(db.end(req.body)));

// expect: rate-limit P0
app.post('/api/auth', (req, res) => res.json(db.signIn(req.body)));
// expect: rate-limit P0
app.post('/verify-forgot-password', (req, res) => res.json(db.reset(req.body)));
// expect: rate-limit P1
app.get('/admin/notes', (req, res) => res.json(db.notes()));
// expect: rate-limit P1
app.get('/notes', (req, res) => res.json({ notes: db.notes() }));

app.get('/images/missing.png', (req, res) => res.json(db.image()));

// Words of signing in that other things have as well.
// expect: rate-limit P1
app.post('/migrations/reset/fleet', (req, res) => res.json(db.migrate(req.body)));
// expect: rate-limit P1
app.post('/connections/:id/verify', (req, res) => res.json(db.connect(req.params.id)));
// expect: rate-limit P0
app.post('/api/v1/users/:id/verify', (req, res) => res.json(db.confirm(req.params.id)));
// expect: rate-limit P0
app.post('/oauth2/token', (req, res) => res.json(db.token(req.body)));
