const http = require('http');
const url = require('url');
const users = require('./users');

http.createServer((req, res) => {
  const { pathname } = url.parse(req.url);
  switch (`${req.method} ${pathname}`) {
    // expect: rate-limit P0
    case 'POST /login':
      return users.login(req, res);
    // ok: rate-limit
    case 'GET /health':
      return res.end('ok');
    default:
      res.writeHead(404);
      res.end();
  }
}).listen(3000);
