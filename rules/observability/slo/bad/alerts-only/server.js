// expect-project: slo
require('http').createServer().listen(3000);
