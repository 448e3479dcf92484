// expect-project: gitignore-secrets P0
const fs = require('fs');
const https = require('https');
const key = fs.readFileSync(__dirname + '/certs/private_key.key');
https.createServer({ key, cert: process.env.TLS_CERTIFICATE }).listen(443);
