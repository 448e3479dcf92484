const xmlrpc = require('xmlrpc');
const express = require('express');
const server = xmlrpc.createServer({ port: 9090 });

server.on('NotFound', (method, params) => {
  // expect: log-injection
  console.log('No method for ' + params[0]);
});

const app = express();
app.post('/login', express.json(), (req, res) => {
  // expect: log-injection
  console.warn('login of %s failed', req.body.user);
  // ok: log-injection
  console.warn('login of ' + req.body.user.replace(/[\r\n]/g, ' '));
  res.sendStatus(401);
});
