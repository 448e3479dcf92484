const xmlrpc = require('xmlrpc');
const needle = require('needle');
const server = xmlrpc.createServer({ port: 9090, path: '/xmlrpc' });

server.on('system.version', (error, params, callback) => callback(null, '1.0'));
server.on('uptime.check', (error, params, callback) => {
  // expect: ssrf
  needle.get(params[0], (failure, response) => callback(failure, response && response.statusCode));
});
