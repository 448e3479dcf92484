require('dotenv').config();
var express = require('express');
require('./db');

var app = express();
app.post('/login', function (req, res) { res.json({ token: require('./auth').sign(req.body) }); });
// Every deployment can do without it.
app.listen(process.env.PORT || 3000);
