const store = require('./store');
module.exports = { ...require(`./env/${process.env.NODE_ENV || 'development'}`), ...store[process.env.NODE_ENV] };
