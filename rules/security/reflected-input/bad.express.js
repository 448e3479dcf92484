const express = require('express');

const app = express();

app.get('/a', (req, res) => {
  // expect: reflected-input P2
  res.send('<h1>Hello ' + req.query.name + '</h1>');
});

app.get('/b/:name', (req, res) => {
  // expect: reflected-input P2
  res.send(`Hello ${req.params.name}`);
});

app.get('/c', (req, res) => {
  // expect: reflected-input P2
  res.send(req.query.name);
});

app.post('/d', function (req, res) {
  var name = req.body.name;
  var html = '<ul>';
  html += '<li>' + name + '</li>';
  html += '</ul>';
  // expect: reflected-input P2
  res.status(200).send(html);
});

app.get('/e', (req, res) => {
  // expect: reflected-input P2
  res.status(404).send('No page ' + req.query.page);
});

app.get('/f', (req, res) => {
  res.setHeader('Content-Type', 'text/html');
  // expect: reflected-input P2
  res.write('<p>' + req.query.q + '</p>');
  res.end();
});

app.get('/g', (req, res) => {
  const page = render(req.query.title);
  // expect: reflected-input P2
  res.type('html').send(page);
});

function render(title) {
  return `<html><title>${title}</title></html>`;
}

app.get('/h', (req, res) => {
  const rows = [].concat(req.query.tag).map((tag) => `<li>${tag}</li>`);
  // expect: reflected-input P2
  res.end('<ul>' + rows.join('') + '</ul>');
});
