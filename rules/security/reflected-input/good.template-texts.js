const express = require('express');
const ejs = require('ejs');
const Handlebars = require('handlebars');
const Mustache = require('mustache');
const nunjucks = require('nunjucks');
const escapeHtml = require('escape-html');
const app = express();

app.get('/ejs', (req, res) => {
  res.send(ejs.render('<p><%= name %></p><%- year %>', { name: req.query.name, year: 2020 }));
});
app.get('/handlebars', (req, res) => {
  const page = Handlebars.compile('<p>{{name}}</p>');
  res.send(page({ name: req.query.name }));
});
app.get('/encoded', (req, res) => {
  res.send(Mustache.render('<p>{{{name}}}</p>', { name: escapeHtml(req.query.name) }));
});
app.get('/nunjucks', (req, res) => {
  res.send(nunjucks.renderString('<p>{{ name }}</p>', { name: req.query.name }));
});
app.post('/object', express.json(), async (req, res) => {
  const bot = await loadBot();
  bot.name = req.body.name;
  res.send(bot);
});
