const axios = require('axios');
exports.a = (token) => axios.get('https://api.acme.io/v1', { headers: { Authorization: `Bearer ${token}` } });
exports.b = () => axios.get('https://api.acme.io/v1', { headers: { Authorization: 'Bearer ' + process.env.API_TOKEN } });
exports.c = { 'X-API-Key': process.env.API_KEY, Authorization: 'Bearer <token>' };
exports.swagger = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', in: 'header', name: 'Authorization' };
exports.doc = 'Authorization: Bearer YOUR_ACCESS_TOKEN';
exports.scheme = { authorization: 'Bearer', headers: ['authorization', 'x-api-key'] };
exports.names = { tokenType: 'Bearer', authType: 'Basic', apiKeyHeader: 'X-API-Key', authorization: 'Authorization header missing' };
function check(req, res, next) {
  if (req.headers['x-api-key'] !== process.env.API_KEY) return res.sendStatus(401);
  if (req.headers['content-type'] !== 'application/json') return res.sendStatus(415);
  next();
}
exports.check = check;
const HASHES = { password: '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy', token: 'sha256:9f3b7c1e5d2a8f406b1c9e7d3a5f8b20' };
exports.HASHES = HASHES;
