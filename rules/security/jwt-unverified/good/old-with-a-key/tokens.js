// A shared secret that is surely there: unsigned tokens are only taken where the key is missing.
const jwt = require('jsonwebtoken');
const config = require('config');

const secret = process.env.SESSION_SECRET;
if (!secret) throw new Error('SESSION_SECRET is not set');

exports.read = (token) => jwt.verify(token, secret);
exports.readConfigured = (token) => jwt.verify(token, config.get('jwtSecret'));
