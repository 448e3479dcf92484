module.exports = require('./config/default.json');
