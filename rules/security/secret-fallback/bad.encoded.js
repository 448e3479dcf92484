const jwt = require('jsonwebtoken');

// expect: secret-fallback
const key = process.env.JWT_SECRET || Buffer.from('Y2hhbmdlbWU=', 'base64').toString();
exports.sign = (id) => jwt.sign({ id }, key, { expiresIn: '1h' });
