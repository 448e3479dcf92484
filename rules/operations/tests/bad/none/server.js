// expect-project: tests P1
require('http').createServer().listen(3000);
