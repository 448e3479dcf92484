const jwt = require('jsonwebtoken');

// What is encoded is a setting.
const key = Buffer.from(process.env.JWT_SECRET, 'base64').toString('utf8');
exports.sign = (id) => jwt.sign({ id }, key, { expiresIn: '1h' });
