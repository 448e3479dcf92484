const app = require('express')();

app.get('/group', (req, res) => {
  if (!/^https:\/\/(www\.)?example\.com\//.test(req.query.to)) return res.redirect('/');
  res.redirect(req.query.to);
});
