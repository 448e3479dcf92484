var express = require('express');
var cors = require('cors');
var jwt = require('jsonwebtoken');

var app = express();

function signedIn(req, res, next) {
  req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET, { algorithms: ['HS256'] });
  next();
}

// Paths that somebody chose, and no cookies: listed, with low confidence.
// expect: cors-permissive P2
app.post('/links', cors(), signedIn, function (req, res) { res.json(req.user.id); });
// expect: cors-permissive P2
app.use('/api/v1/*', cors());

// Credentials make it serious wherever it stands.
// expect: cors-permissive P0
app.post('/orders', cors({ origin: true, credentials: true }), signedIn, function (req, res) { res.json(req.user.id); });

// Kept in a variable, put on single routes only; and without credentials, as its author says.
// expect: cors-permissive P2
var openToAll = cors({ origin: '*' });
app.get('/.well-known/keys', openToAll, function (req, res) { res.json({}); });
app.get('/links/:id', openToAll, signedIn, function (req, res) { res.json(req.user.id); });
// expect: cors-permissive P2
app.use(cors({ origin: '*', credentials: false }));

// A variable that the whole application gets.
// expect: cors-permissive P1
var everywhere = cors({ origin: '*' });
app.use(everywhere);
