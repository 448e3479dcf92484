const express = require('express');

const app = express();
app.set('view engine', 'pug');
// expect: rate-limit P3
app.get('/', (req, res) => res.render('home', { name: 'Shop' }));
// expect: rate-limit P3
app.get('/terms', (req, res) => {
  res.locals.title = 'Terms';
  res.render('terms');
});
// expect: rate-limit P1
app.post('/orders', (req, res) => res.render('order', { order: save(req.body) }));
app.listen(3000);
