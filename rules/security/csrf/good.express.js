const express = require('express');
const session = require('express-session');
const csurf = require('csurf');
const lusca = require('lusca');
const { csrfSync } = require('csrf-sync');
const { doubleCsrf } = require('csrf-csrf');
const jwt = require('jsonwebtoken');

const { csrfSynchronisedProtection } = csrfSync();
const { doubleCsrfProtection } = doubleCsrf({ getSecret: () => process.env.CSRF_SECRET, getSessionIdentifier: (req) => req.session.id });
const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));

function requireLogin(req, res, next) {
  if (!req.session.userId) return res.status(401).end();
  next();
}
const change = (req, res) => {
  db.users.update(req.session.userId, { email: req.body.email });
  res.end();
};

// Libraries.
app.post('/a', csurf(), requireLogin, change);
app.post('/b', lusca.csrf(), requireLogin, change);
app.post('/c', lusca({ csrf: true }), requireLogin, change);
app.post('/d', csrfSynchronisedProtection, requireLogin, change);
app.post('/e', doubleCsrfProtection, requireLogin, change);

// Its own: the origin, a token kept in the session, a header that only scripts of the site can set.
function sameOrigin(req, res, next) {
  if (req.headers.origin !== process.env.ORIGIN) return res.status(403).json({ error: 'wrong origin' });
  next();
}
function checkToken(req, res, next) {
  if (req.method === 'GET' || req.body._csrf === req.session.csrf) return next();
  res.status(403).end();
}
const fromFetch = (req, res, next) => (req.get('X-Requested-With') ? next() : res.sendStatus(400));
const fetchSite = (req, res, next) => {
  if (req.get('sec-fetch-site') === 'cross-site') throw new Error('cross-site');
  next();
};
app.post('/f', sameOrigin, requireLogin, change);
app.post('/g', checkToken, requireLogin, change);
app.post('/h', fromFetch, requireLogin, change);
app.post('/i', fetchSite, requireLogin, change);

// No cookie says who calls.
function bearer(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET, { algorithms: ['HS256'] });
    next();
  } catch (error) {
    res.status(401).end();
  }
}
app.post('/j', bearer, change);
// Reads only, signs out, or asks nobody.
app.get('/k', requireLogin, change);
app.post('/logout', requireLogin, (req, res) => req.session.destroy(() => res.end()));
app.post('/contact', change);
