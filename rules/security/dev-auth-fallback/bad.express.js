const express = require('express');
const jwt = require('jsonwebtoken');

const app = express();

function authenticate(req, res, next) {
  // expect: dev-auth-fallback P0
  if (process.env.NODE_ENV !== 'production') {
    req.user = { id: 1, role: 'admin' };
    return next();
  }
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET, { algorithms: ['HS256'] });
    next();
  } catch (error) {
    res.status(401).end();
  }
}

function requireKey(req, res, next) {
  // expect: dev-auth-fallback
  if (!process.env.API_KEY) return next();
  if (req.get('x-api-key') !== process.env.API_KEY) return res.sendStatus(401);
  next();
}

// expect: dev-auth-fallback
const isDevelopment = process.env.NODE_ENV !== 'production';

const requireSession = (req, res, next) => {
  if (isDevelopment && !req.session) {
    next();
    return;
  }
  if (!req.session.user) return res.redirect('/login');
  next();
};

async function requireSignature(req) {
  // expect: dev-auth-fallback
  if (process.env.HOSTED !== '1') {
    return;
  }
  if (req.headers['x-signature'] !== process.env.SIGNATURE) throw new UnauthorizedError('bad signature');
}

app.use('/a', authenticate, requireSession);
app.use('/b', requireKey, requireSignature);
app.listen(3000);
