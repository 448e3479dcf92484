var express = require('express');
var timeout = require('connect-timeout');
var app = express();
app.use(timeout('5s'));
app.listen(3000);
