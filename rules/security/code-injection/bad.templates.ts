import doT from 'dot';
import ejs from 'ejs';
import { Eta } from 'eta';
import express from 'express';
import Handlebars from 'handlebars';
import { Liquid } from 'liquidjs';
import _ from 'lodash';
import nunjucks from 'nunjucks';
import pug from 'pug';

const app = express();
const eta = new Eta();
const liquid = new Liquid();

app.post('/preview', async (req, res) => {
  const { template, data } = req.body;
  // expect: code-injection P0
  res.write(ejs.render(template, data));
  // expect: code-injection P0
  res.write(ejs.render(`<h1>Hello ${req.body.name}</h1>`, {}));
  // expect: code-injection P0
  res.write(pug.compile(template)(data));
  // expect: code-injection P0
  res.write(Handlebars.compile(template)(data));
  // expect: code-injection P0
  res.write(nunjucks.renderString(template, data));
  // expect: code-injection P0
  res.write(nunjucks.configure('views').renderString('Hello ' + req.body.name, {}));
  // expect: code-injection P0
  res.write(_.template(template)(data));
  // expect: code-injection P0
  res.write(doT.template(template)(data));
  // expect: code-injection P0
  res.write(eta.renderString(template, data));
  // expect: code-injection P1
  res.write(await liquid.parseAndRender(template, data));
  res.end();
});

app.get('/page/:name', (req, res) => {
  // expect: code-injection P1
  res.render(req.params.name);
});

app.get('/profile', (req, res) => {
  // expect: code-injection P1
  res.render('profile', req.query);
});

app.post('/profile', (req, res) => {
  // expect: code-injection P1
  res.render('profile', { title: 'Profile', ...req.body });
});
