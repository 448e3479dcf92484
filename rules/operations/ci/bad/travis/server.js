// expect-project: ci
require('http').createServer().listen(3000);
