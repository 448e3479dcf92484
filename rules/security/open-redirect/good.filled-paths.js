// A library fills a path of the program with a part of this request's own path, which is encoded and stands behind the beginning.
const express = require('express');
const fill = require('replace-params');
const app = express();
const paths = { order: '/orders/:id/lines/:line' };

app.get('/lines/:id', (req, res) => {
  // ok: open-redirect
  res.redirect(fill(paths.order, req.params.id));
});
app.get('/moved/:id', (req, res) => {
  const { id } = req.params;
  const target = fill(paths.order, 1, id);
  // ok: open-redirect
  res.redirect(302, target);
});
