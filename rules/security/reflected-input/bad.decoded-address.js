const app = require('express')();
const http = require('http');
const qs = require('querystring');

const pages = {
  '/find': (req, res, query) => {
    res.setHeader('content-type', 'text/html');
    // expect: reflected-input
    res.end('<i>' + query.q + '</i>');
  },
};

http.createServer((req, res) => {
  const [path, search] = req.url.split('?');
  pages[path](req, res, qs.parse(search));
}).listen(8080);

http.createServer((req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/html' });
  // expect: reflected-input
  res.end('<h1>Not found: ' + decodeURIComponent(req.url) + '</h1>');
}).listen(8081);

app.get('/authorized', (req, res) => {
  const given = new URLSearchParams({ state: String(req.query.state), scope: 'read' });
  // expect: reflected-input
  res.send(`<p>${given.get('state')}</p>`);
});
