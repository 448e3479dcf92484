const express = require('express');
const path = require('path');
const { findAttachment } = require('./attachments');
const app = express();

app.get('/attachments/:id', async (req, res) => {
  const attachment = await findAttachment(req.params.id);
  // expect: path-traversal
  res.download(path.join('/srv/files', req.query.path || attachment.stored), attachment.name);
});
app.get('/named', (req, res) => {
  // ok: path-traversal
  res.download(req.query.path, { root: '/srv/files' });
});
app.get('/both', (req, res) => {
  // ok: path-traversal
  res.download(req.query.path, 'report.pdf', { root: '/srv/files' });
});
