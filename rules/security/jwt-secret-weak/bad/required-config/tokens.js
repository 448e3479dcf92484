const jwt = require('jsonwebtoken');
const config = require('./auth.config');

// expect: jwt-secret-weak P0
exports.sign = (id) => jwt.sign({ id }, config.secret, { expiresIn: config.lifetime });
