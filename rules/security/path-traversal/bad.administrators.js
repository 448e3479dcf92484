// Behind a check of an administrator's role: listed with low confidence (P1). A path that only says so, or a role that others have too, changes nothing.
const express = require('express');
const fs = require('fs');
const { requireAdmin, authorize, auditAdmin } = require('./middleware');

const app = express();

app.get('/logs/:name', requireAdmin, (req, res) => {
  // expect: path-traversal P1
  fs.createReadStream('/logs/' + req.params.name).pipe(res);
});
app.get('/dumps/:name', authorize('admin'), (req, res) => {
  // expect: path-traversal P1
  fs.createReadStream('/dumps/' + req.params.name).pipe(res);
});
app.get('/reports/:name', authorize('user', 'admin'), (req, res) => {
  // expect: path-traversal P0
  fs.createReadStream('/reports/' + req.params.name).pipe(res);
});
app.get('/admin/files/:name', auditAdmin, (req, res) => {
  // expect: path-traversal P0
  fs.createReadStream('/files/' + req.params.name).pipe(res);
});
