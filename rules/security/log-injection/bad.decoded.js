const http = require('http');
const app = require('express')();

http.createServer((req, res) => {
  // expect: log-injection
  console.log('request for ' + decodeURIComponent(req.url));
  // ok: log-injection
  console.log('request for ' + req.url);
  res.end();
});

app.get('/search', (req, res) => {
  // expect: log-injection
  console.log('%s asks for %d', req.query.name, Number(req.query.size));
  // ok: log-injection
  console.log('%d%% of %j', Number(req.query.size), req.query.name);
  res.end();
});
