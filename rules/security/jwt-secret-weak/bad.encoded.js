const jwt = require('jsonwebtoken');

const key = Buffer.from('Y2hhbmdlbWU=', 'base64').toString('utf8');
// expect: jwt-secret-weak
exports.sign = (id) => jwt.sign({ id }, key, { expiresIn: '1h' });
// expect: jwt-secret-weak
exports.read = (token) => jwt.verify(token, atob('Y2hhbmdlbWU='), { algorithms: ['HS256'] });
