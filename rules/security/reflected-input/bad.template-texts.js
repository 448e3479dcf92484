const express = require('express');
const ejs = require('ejs');
const pug = require('pug');
const Handlebars = require('handlebars');
const Mustache = require('mustache');
const nunjucks = require('nunjucks');
const _ = require('lodash');
const app = express();

app.get('/ejs', (req, res) => {
  // expect: reflected-input
  res.send(ejs.render('<p><%- name %></p>', { name: req.query.name }));
});
app.get('/pug', (req, res) => {
  // expect: reflected-input
  res.send(pug.render('p Hello !{name}', { name: req.query.name }));
});
app.get('/no-escape', (req, res) => {
  const page = Handlebars.compile('<p>{{name}}</p>', { noEscape: true });
  // expect: reflected-input
  res.send(page({ name: req.query.name }));
});
app.get('/safe-string', (req, res) => {
  const page = Handlebars.compile('<p>{{name}}</p>');
  // expect: reflected-input
  res.send(page({ name: new Handlebars.SafeString(req.query.name) }));
});
app.get('/mustache', (req, res) => {
  // expect: reflected-input
  res.send(Mustache.render('<p>{{{user.name}}}</p>', { user: { name: req.query.name } }));
});
app.get('/nunjucks', (req, res) => {
  // expect: reflected-input
  res.send(nunjucks.renderString('<p>{{ name | safe }}</p>', { name: req.query.name }));
});
app.get('/lodash', (req, res) => {
  const page = _.template('<p><%= name %></p>');
  // expect: reflected-input
  res.send(page({ name: req.query.name }));
});
