var app = require('express')();

app.get('/first-only', function (req, res) {
  var next = req.query.next || '/';
  if (next.charAt(0) !== '/') next = '/';
  // expect: open-redirect
  res.redirect(next);
});

app.get('/refresh', function (req, res) {
  // expect: open-redirect
  res.set('Refresh', '0; url=' + req.query.to);
  res.end();
});
