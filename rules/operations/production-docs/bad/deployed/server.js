// expect-project: production-docs
require('http').createServer().listen(3000);
