const jwt = require('jsonwebtoken');
const { getPrivateKey } = require('./config');
exports.sign = (payload) => jwt.sign(payload, getPrivateKey(), { algorithm: 'RS256', expiresIn: '1h' });
