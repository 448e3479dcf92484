// A probe of the own machine, run by itself.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
const https = require('https');
const options = { host: process.env.HOST || '127.0.0.1', port: 3001, timeout: 4000 };
https.request(options, (res) => process.exit(res.statusCode < 500 ? 0 : 1)).end();
