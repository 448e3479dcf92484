const http = require('http');
const server = http.createServer((req, res) => res.end('ok'));
// expect: timeout-server P2
server.listen(8080);
