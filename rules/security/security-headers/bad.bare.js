const http = require('node:http');

// expect: security-headers
http.createServer((req, res) => {
  if (req.method === 'GET' && req.url === '/products') return res.end(JSON.stringify([]));
  if (req.method === 'POST' && req.url === '/orders') return res.end('ok');
  res.statusCode = 404;
  res.end();
}).listen(8080);
