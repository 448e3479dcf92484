const fs = require('fs');
const https = require('https');
const key = fs.readFileSync(process.env.TLS_KEY_FILE || `${__dirname}/certs/localhost.key`);
https.createServer({ key, cert: process.env.TLS_CERTIFICATE }).listen(443);
