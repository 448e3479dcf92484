const path = require('node:path');
const express = require('express');

const app = express();
// expect: download-auth
app.get('/export.csv', (req, res) => {
  res.download('/srv/crm/customers-export.csv');
});
// expect: download-auth
app.get('/nightly', (req, res) => res.sendFile(path.join(__dirname, 'backups', 'users.sql')));
// ok: download-auth
app.get('/manual', (req, res) => res.sendFile(path.join(__dirname, 'manual.pdf')));
// ok: download-auth
app.get('/template', (req, res) => res.download('/srv/crm/import-template.csv'));
app.listen(3000);
