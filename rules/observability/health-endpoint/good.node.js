const http = require('http');
http.createServer((req, res) => {
  if (req.url === '/health') return res.end('ok');
  res.statusCode = 404;
  res.end();
}).listen(8080);
