// expect-project: health-endpoint
var http = require('http');
http.createServer(function (req, res) {
  if (req.url === '/users') return res.end('[]');
  res.statusCode = 404;
  res.end();
}).listen(8080);
