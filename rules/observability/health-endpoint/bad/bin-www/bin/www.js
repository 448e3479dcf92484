#!/usr/bin/env node
var http = require('http');
var app = require('../app');
var server = http.createServer(app);
server.listen(process.env.PORT || 3000);
