// expect-project: alerting
require('http').createServer().listen(3000);
