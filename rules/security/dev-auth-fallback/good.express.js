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

// No guard.
function logRequests(req, res, next) {
  if (process.env.NODE_ENV !== 'production') {
    console.log(req.path);
    return next();
  }
  next();
}

app.use(logRequests, requireKey, requireUser, requireAdmin, requireToken);
app.listen(3000);
