const express = require('express');

const app = express();

// Refuses when it is not set.
function requireKey(req, res, next) {
  if (!process.env.API_KEY) return res.status(401).end();
  if (req.get('x-api-key') !== process.env.API_KEY) return res.sendStatus(401);
  next();
}

// Must be asked for in so many words.
function requireUser(req, res, next) {
  if (process.env.NODE_ENV === 'development') {
    req.user = { id: 1 };
    return next();
  }
  if (!req.session.user) return res.status(401).end();
  next();
}

// The same beside a variable that may be forgotten.
function requireTester(req, res, next) {
  if (process.env.NODE_ENV !== 'production' && process.env.BYPASS_AUTH === 'true' && req.headers['test-user']) {
    req.user = { id: req.headers['test-user'] };
    return next();
  }
  if (!req.session.user) return res.status(401).end();
  next();
}

function requireAdmin(req, res, next) {
  if (process.env.AUTH_DISABLED === 'true') return next();
  if (!req.session.admin) return res.status(403).end();
  next();
}

// Decides on what is told, not on who is let on.
function requireToken(req, res, next) {
  if (!req.headers.authorization) {
    if (process.env.NODE_ENV !== 'production') console.log('no token for', req.path);
    return res.status(401).end();
  }
  next();
}

// A handler that does nothing lets nobody on.
async function onEvent(req, res) {
  if (!process.env.EVENTS_SECRET) return;
  if (req.get('x-secret') !== process.env.EVENTS_SECRET) return res.sendStatus(401);
  res.json({ received: true });
}

// No guard.
function logRequests(req, res, next) {
  if (process.env.NODE_ENV !== 'production') {
    console.log(req.path);
    return next();
  }
  next();
}

app.use(logRequests, requireKey, requireUser, requireAdmin, requireToken);
app.post('/events', onEvent);
app.listen(3000);
