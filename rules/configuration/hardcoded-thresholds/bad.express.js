var express = require('express');
var rateLimit = require('express-rate-limit');
var mysql = require('mysql');
var app = express();

// One finding for the file, at the first of them.
// expect: hardcoded-thresholds
app.use('/login', rateLimit({ windowMs: 15 * 60 * 1000, max: 5 }));
// expect: hardcoded-thresholds
var pool = mysql.createPool({ host: process.env.DB_HOST, connectionLimit: process.env.CI ? 2 : 10 });

app.listen(3000);
