var express = require('express');
var bodyParser = require('body-parser');
var app = express();
// expect: body-limit P1
app.use(express.json({ limit: '50mb' }));
// expect: body-limit
app.use(express.urlencoded({ extended: true, limit: 52428800 }));
// expect: body-limit
app.use(bodyParser.json({ limit: '1gb' }));
// expect: body-limit
app.use(bodyParser.raw({ limit: 100 * 1024 * 1024 }));
// expect: body-limit
app.use(bodyParser.text({ limit: Infinity }));
// expect: body-limit
app.use(express.json({ limit: process.env.BODY_LIMIT || '100mb' }));
