const express = require('express');
const { marked } = require('marked');
const sanitizeHtml = require('sanitize-html');

const app = express();

app.get('/preview', (req, res) => {
  res.send(sanitizeHtml(marked(req.query.text)));
});
