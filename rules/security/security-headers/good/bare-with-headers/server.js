const http = require('node:http');

// ok: security-headers
http.createServer((req, res) => {
  res.setHeader('Content-Security-Policy', "default-src 'self'");
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('X-Frame-Options', 'DENY');
  res.setHeader('Strict-Transport-Security', 'max-age=31536000');
  if (req.method === 'GET' && req.url === '/products') return res.end(JSON.stringify([]));
  res.statusCode = 404;
  res.end();
}).listen(8080);
