const app = require('express')();

app.get('/group', (req, res) => {
  if (!/^https:\/\/(\w+)?example\.com\//.test(req.query.to)) return res.redirect('/');
  // expect: open-redirect
  res.redirect(req.query.to);
});
