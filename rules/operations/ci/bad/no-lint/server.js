// expect-project: ci P2
require('http').createServer().listen(3000);
