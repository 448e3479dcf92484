const express = require('express');
const app = express();

app.get('/export', (req, res) => {
  res.attachment('names.csv');
  // ok: reflected-input
  res.send(`name\n${req.query.name}`);
});

app.get('/report', (req, res) => {
  res.setHeader('Content-Disposition', 'attachment; filename="report.html"');
  // ok: reflected-input
  res.send(`<h1>${req.query.title}</h1>`);
});
