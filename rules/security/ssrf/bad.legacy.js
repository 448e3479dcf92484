// Written as services were ten years ago.
var express = require('express');
var http = require('http');
var url = require('url');
var router = express.Router();

router.get('/proxy', function (req, res) {
  var target = url.parse(req.query.target);
  var options = {
    host: target.host,
    path: target.path,
  };
  // expect: ssrf
  http.request(options, function (answer) {
    answer.pipe(res);
  }).end();
});

// A server without a framework reads the query out of the URL.
http.createServer(function (req, res) {
  var query = url.parse(req.url, true).query;
  // expect: ssrf
  http.get('http://' + query.server + '/status', function (answer) {
    answer.pipe(res);
  });
}).listen(8080);

module.exports = router;
