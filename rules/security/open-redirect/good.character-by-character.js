var app = require('express')();

app.get('/back', function (req, res) {
  var next = req.query.next || '/';
  if (next.charAt(0) !== '/' || next.charAt(1) === '/' || next.charAt(1) === '\\') next = '/';
  res.redirect(next);
});

app.get('/index', function (req, res) {
  if (req.query.next[0] === '/' && req.query.next[1] !== '/') return res.redirect(req.query.next);
  res.redirect('/');
});

app.get('/refresh', function (req, res) {
  res.set('Refresh', '5; url=/status?job=' + req.query.job);
  res.end();
});
