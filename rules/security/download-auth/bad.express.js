var express = require('express');
var fs = require('fs');
var path = require('path');
const { Pool } = require('pg');

var app = express();
const pool = new Pool();

// expect: download-auth P1
app.get('/download', function (req, res) {
  res.download('./files/' + req.query.file);
});

// expect: download-auth
app.get('/invoices/:file', (req, res) => res.sendFile(req.params.file, { root: path.join(__dirname, 'invoices') }));

// expect: download-auth
app.get('/files/:name', (req, res) => {
  const stream = fs.createReadStream(path.join(__dirname, 'uploads', path.basename(req.params.name)));
  stream.on('error', () => res.sendStatus(404));
  stream.pipe(res);
});

// expect: download-auth
app.get('/contracts/:name', function (req, res) {
  fs.readFile('./contracts/' + req.params.name, function (err, data) {
    if (err) return res.status(404).end();
    res.end(data);
  });
});

// The path is in a record that the request names.
// expect: download-auth
app.get('/attachments/:id', async (req, res) => {
  const { rows } = await pool.query('SELECT path FROM attachments WHERE id = $1', [req.params.id]);
  res.sendFile(rows[0].path);
});

app.listen(3000);
