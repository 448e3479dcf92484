const express = require('express');
const { marked } = require('marked');
const showdown = require('showdown');

const app = express();
const converter = new showdown.Converter();

app.get('/preview', (req, res) => {
  // expect: reflected-input
  res.send(marked(req.query.text));
});
app.get('/converted', (req, res) => {
  // expect: reflected-input
  res.send(converter.makeHtml(req.query.text));
});
