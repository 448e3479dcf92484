// The partner's host is not this machine.
// expect: tls-verify
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
const https = require('https');
const options = { host: process.env.PARTNER_HOST || 'partner.example.com', port: 443, timeout: 4000 };
https.request(options, (res) => process.exit(res.statusCode < 500 ? 0 : 1)).end();
