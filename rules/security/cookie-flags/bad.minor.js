var express = require('express');
var app = express();
app.get('/p/:page', function (req, res) {
  // Says where to go, or has some protection already, and names nobody: listed, with low confidence.
  // expect: cookie-flags P2
  res.cookie('loginRedirect', req.path, { maxAge: 900000 });
  // expect: cookie-flags P2
  res.cookie('workspace', req.params.page, { httpOnly: true, sameSite: 'lax' });
  // expect: cookie-flags P1
  res.cookie('session', req.params.page, { httpOnly: true });
  res.end();
});
