var express = require('express');
// expect: security-headers P1
var app = express();
app.use(express.json());
app.get('/', function (req, res) { res.send('ok'); });
app.listen(3000);
