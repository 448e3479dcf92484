const http = require('http');
const httpProxy = require('http-proxy');

// So that a phone in the same network reaches the developer's machine.
const proxy = httpProxy.createProxyServer({ target: 'http://localhost:3000' });
http.createServer((request, response) => proxy.web(request, response)).listen(3001, '0.0.0.0');
