// expect-project: tests P3
require('http').createServer().listen(3000);
