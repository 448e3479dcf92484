const http = require('node:http');

// Probes alone are answered here.
http
  .createServer((req, res) => {
    res.writeHead(200);
    res.end('ok');
  })
  .listen(9000);
