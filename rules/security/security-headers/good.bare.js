const http = require('node:http');

// Probes and figures only.
// ok: security-headers
http.createServer((req, res) => {
  if (req.url === '/healthz') return res.end('ok');
  if (req.url === '/metrics') return res.end('up 1');
  res.statusCode = 404;
  res.end();
}).listen(9090);
