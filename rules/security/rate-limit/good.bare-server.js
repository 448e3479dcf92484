const http = require('http');
const users = require('./users');

const hits = new Map();

http.createServer((req, res) => {
  const count = (hits.get(req.socket.remoteAddress) || 0) + 1;
  hits.set(req.socket.remoteAddress, count);
  if (count > 100) {
    res.writeHead(429);
    return res.end();
  }
  // ok: rate-limit
  if (req.url === '/login' && req.method === 'POST') return users.login(req, res);
  res.writeHead(404);
  res.end();
}).listen(3000);
