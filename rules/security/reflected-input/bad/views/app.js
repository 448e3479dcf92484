const express = require('express');
const app = express();
app.set('view engine', 'ejs');

app.get('/search', (req, res) => {
  // expect: reflected-input
  res.render('search', { title: 'Search', query: req.query.q || '' });
});
app.get('/users', (req, res) => {
  // expect: reflected-input
  res.render('users/list.hbs', { filter: req.query.filter });
});
app.get('/help', (req, res) => {
  // ok: reflected-input
  res.render('help', { topic: req.query.topic });
});
app.get('/found', (req, res) => {
  // expect: reflected-input
  res.render('../views/found', { word: req.query.word, rows: [] });
});
app.get('/count', (req, res) => {
  // ok: reflected-input
  res.render('count', { word: req.query.word, total: 3 });
});
