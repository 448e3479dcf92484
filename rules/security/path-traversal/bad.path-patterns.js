// A pattern that lets anything through, one of another parameter, one of another route.
const express = require('express');
const fs = require('fs');
const { join } = require('path');

const app = express();

app.get('/files/:path(.*)', (req, res) => {
  // expect: path-traversal P0
  fs.createReadStream(join('/srv/files', req.params.path)).pipe(res);
});
app.get('/pages/:page(\\d+)/:name', (req, res) => {
  // expect: path-traversal P0
  fs.createReadStream(join('/srv/pages', req.params.name)).pipe(res);
});
function send(req, res) {
  // expect: path-traversal P0
  fs.createReadStream(join('/srv/docs', req.params.id)).pipe(res);
}
app.get('/docs/:id(\\d+)', send);
app.get('/other/:id', send);
