var express = require('express');
var session = require('express-session');
var cookieParser = require('cookie-parser');
var jwt = require('jsonwebtoken');
var { ensureLoggedIn } = require('connect-ensure-login');

var app = express();
app.use(express.urlencoded({ extended: false }));
app.use(cookieParser());
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false, cookie: { httpOnly: true, secure: true } }));

app.post('/login', function (req, res) {
  if (!passwordMatches(req.body.password)) return res.status(401).end();
  req.session.userId = 1;
  res.cookie('token', jwt.sign({ id: 1 }, process.env.JWT_SECRET), { httpOnly: true, secure: true, sameSite: 'none' });
  res.redirect('/');
});

function requireLogin(req, res, next) {
  if (!req.session.userId) return res.redirect('/login');
  next();
}

// expect: csrf P1
app.post('/email', requireLogin, function (req, res) {
  db.users.update(req.session.userId, { email: req.body.email });
  res.redirect('/settings');
});

// expect: csrf P1
app.post('/close', ensureLoggedIn(), function (req, res) {
  db.users.remove(req.user.id);
  res.redirect('/');
});

// A browser asks first.
// expect: csrf P2
app.delete('/posts/:id', requireLogin, function (req, res) {
  db.posts.remove(req.params.id);
  res.sendStatus(204);
});

// expect: csrf P1
app.post('/transfer', function (req, res) {
  if (!req.session.userId) return res.status(401).end();
  db.transfers.insert({ to: req.body.to, amount: Number(req.body.amount) });
  res.end();
});

function byCookie(req, res, next) {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET, { algorithms: ['HS256'] });
    next();
  } catch (error) {
    res.status(401).end();
  }
}

// expect: csrf P1
app.post('/keys', byCookie, function (req, res) {
  db.keys.insert({ owner: req.user.id });
  res.end();
});

// What an earlier link has read from the session.
app.use('/team', function (req, res, next) {
  req.account = req.session.account;
  next();
});
function requireAccount(req, res, next) {
  if (!req.account) return res.sendStatus(401);
  next();
}
// expect: csrf P1
app.post('/team/members', requireAccount, function (req, res) {
  db.members.insert({ name: req.body.name });
  res.end();
});

// A library's strategy that looks for its token in a cookie.
var passport = require('passport');
var { Strategy, ExtractJwt } = require('passport-jwt');
passport.use(new Strategy({ jwtFromRequest: ExtractJwt.fromExtractors([function (req) { return req.cookies.token; }]), secretOrKey: process.env.JWT_SECRET }, findUser));
// expect: csrf P1
app.post('/notes', passport.authenticate('jwt', { session: false }), function (req, res) {
  db.notes.insert({ text: req.body.text });
  res.end();
});
