const express = require('express');
const session = require('express-session');
const cookieParser = require('cookie-parser');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.urlencoded({ extended: true }), cookieParser());
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false, cookie: { sameSite: 'lax', secure: true } }));

app.post('/login', (req, res) => {
  if (!passwordMatches(req.body.password)) return res.status(401).end();
  res.cookie('token', jwt.sign({ id: 1 }, process.env.JWT_SECRET), { httpOnly: true, secure: true, sameSite: true });
  res.cookie('theme', 'dark');
  res.end();
});
app.post('/logout', (req, res) => res.clearCookie('token').cookie('token', '').end());

function requireLogin(req, res, next) {
  if (!req.session.userId) return res.status(401).end();
  next();
}
function byCookie(req, res, next) {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET, { algorithms: ['HS256'] });
    next();
  } catch (error) {
    res.status(401).end();
  }
}
app.post('/a', requireLogin, (req, res) => res.json(db.users.update(req.session.userId, req.body)));
app.post('/b', byCookie, (req, res) => res.json(db.users.update(req.user.id, req.body)));

// Another service sets this cookie: it cannot be told how.
function byOther(req, res, next) {
  if (!req.cookies.sso || !verify(req.cookies.sso)) return res.status(401).end();
  next();
}
app.post('/c', byOther, (req, res) => res.json(db.users.update(1, req.body)));
