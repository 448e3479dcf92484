const axios = require('axios');
const got = require('got');
const twilio = require('twilio');
const AWS = require('aws-sdk');
const algoliasearch = require('algoliasearch');
exports.a = () => axios.get('https://api.acme.io/v1', {
  headers: {
    // expect: secret-hardcoded
    Authorization: 'Bearer 8f4b1c9e7d3a5f8b206b1c9e7d3a5f8b',
  },
});
// expect: secret-hardcoded
exports.b = () => axios.get('https://api.acme.io/v1', { headers: { authorization: 'Basic YWRtaW46aHVudGVyMjIyIQ==' } });
exports.c = () => got('https://api.acme.io/v1', {
  headers: {
    // expect: secret-hardcoded
    'X-API-Key': 'b7f3c9d1e5a24860b7f3c9d1e5a24860',
  },
});
// expect: secret-hardcoded
const accountSid = 'AC9f3b7c1e5d2a8f406b1c9e7d3a5f8b20', authToken = '4860b7f3c9d1e5a24860b7f3c9d1e5a2';
exports.sms = twilio(accountSid, authToken);
AWS.config.update({
  accessKeyId: process.env.AWS_ID,
  // expect: secret-hardcoded
  secretAccessKey: 'Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi0KqT',
});
// expect: secret-hardcoded
axios.defaults.headers.common['Authorization'] = 'Bearer Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU';
// expect: secret-hardcoded
process.env.STRIPE_SECRET = 'Zk3vQ9tLw7Rb2NxY5cHd';
function check(req, res, next) {
  // expect: secret-hardcoded
  if (req.headers['x-api-key'] !== 'q9tLw7Rb2NxY5cHd8MfA') return res.sendStatus(401);
  next();
}
exports.check = check;
function connect(secretKey = 'Zk3vQ9tLw7Rb2NxY5cHd8') {
  return secretKey;
}
exports.connect = connect;
