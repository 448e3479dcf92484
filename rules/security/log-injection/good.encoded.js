const express = require('express');

const app = express();

function oneLine(text) {
  return String(text).replace(/[\r\n]/g, ' ');
}

app.get('/search', (req, res) => {
  console.log('search for ' + req.query.q.replace(/\n|\r/g, ''));
  console.log('search for ' + oneLine(req.query.q));
  console.log('search for ' + encodeURIComponent(req.query.q));
  const q = String(req.query.q).replace(/[^\w ]/g, '');
  console.log(`search for ${q}`);
  res.end();
});
