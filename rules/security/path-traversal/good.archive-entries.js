const fs = require('fs');
const path = require('path');
const tar = require('tar-stream');
const http = require('http');

const extract = tar.extract();
extract.on('entry', (header, stream, next) => {
  if (header.name.indexOf('..') !== -1 || header.name.startsWith('/')) return next(new Error('outside'));
  stream.pipe(fs.createWriteStream(path.join('/srv/import', header.name)));
});

// What is read as a whole is checked as a whole.
http.createServer((req, res) => {
  if (!['/index.html', '/style.css'].includes(req.url)) return res.end();
  fs.createReadStream('./public' + req.url).pipe(res);
}).listen(80);
