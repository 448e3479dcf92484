// expect-project: dependencies-outdated P1
module.exports = require('express')();
