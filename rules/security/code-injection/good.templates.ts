import { readFile } from 'node:fs/promises';
import ejs from 'ejs';
import express from 'express';
import Handlebars from 'handlebars';
import _ from 'lodash';
import Mustache from 'mustache';
import nunjucks from 'nunjucks';

const app = express();
const greeting = Handlebars.compile('Hello {{name}}');
const VIEWS = new Set(['home', 'about']);

// Clients' values are data of constant templates.
app.get('/hello', async (req, res) => {
  const name = String(req.query.name);
  res.write(greeting({ name }));
  res.write(ejs.render('<h1>Hello <%= name %></h1>', { name }));
  res.write(ejs.render(await readFile('views/hello.ejs', 'utf8'), { name }));
  res.write(_.template('Hello <%- name %>')({ name }));
  res.write(nunjucks.render('hello.html', { name }));
  // Mustache's templates hold no code.
  res.write(Mustache.render(req.body.template, { name }));
  res.end();
});

app.get('/page/:view', (req, res) => {
  const { view } = req.params;
  if (!VIEWS.has(view)) return res.sendStatus(404);
  res.render(view, { query: req.query, title: req.query.title });
});

app.get('/list', (req, res) => {
  res.render('list', { rows: find(req.query) });
});

declare function find(filter: unknown): unknown[];
