const express = require('express');
const jwt = require('jsonwebtoken');
const bookmarks = require('./bookmarks');

// The outcome is kept, and each route asks for it.
function identify(req, res, next) {
  let isValid = false;
  try {
    jwt.verify(req.headers.authorization, process.env.SECRET, { algorithms: ['HS256'] });
    isValid = true;
  } catch {}
  req.isAuthenticated = isValid;
  next();
}

function hasSession(token) {
  try {
    jwt.verify(token, process.env.SECRET, { algorithms: ['HS256'] });
    return true;
  } catch {}
  return false;
}

const app = express();
app.use(identify);
app.get('/bookmarks', (req, res) => res.json(bookmarks.list({ hidden: req.isAuthenticated && hasSession(req.cookies.session) })));
// Of a token that is refused there are no claims: the handler throws.
app.post('/invitations', (req, res) => jwt.verify(req.body.token, process.env.SECRET, { algorithms: ['HS256'] }, (error, claims) => bookmarks.join(claims.team, req.user).then(() => res.sendStatus(204))));
// Asks for the form.
exports.isJWT = (req) => !!jwt.decode(req.headers.authorization);
