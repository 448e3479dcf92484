const https = require('https');
const tls = require('tls');
const fs = require('fs');

process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';

if (process.env.NODE_ENV === 'development') {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
}

const agent = new https.Agent({ rejectUnauthorized: true, ca: fs.readFileSync('ca.pem') });
const plain = new https.Agent({ keepAlive: true });
const negated = new https.Agent({ rejectUnauthorized: !false });

// The deployment decides.
const byVariable = new https.Agent({ rejectUnauthorized: process.env.TLS_STRICT !== 'false' });
const byStage = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === 'production' });
const inDevelopment = process.env.NODE_ENV === 'production' ? plain : new https.Agent({ rejectUnauthorized: false });

// The peer is on this machine.
https.get({ hostname: 'localhost', port: 8443, path: '/health', rejectUnauthorized: false }, () => {});

const pinned = tls.connect({
  host: 'db.example.com',
  checkServerIdentity: (host, certificate) => {
    const problem = tls.checkServerIdentity(host, certificate);
    if (problem) return problem;
    if (certificate.fingerprint256 !== process.env.DB_FINGERPRINT) return new Error('unexpected certificate');
  },
});

https.createServer({ key: fs.readFileSync('key.pem'), cert: fs.readFileSync('cert.pem'), minVersion: 'TLSv1.2' });

// No setting of TLS.
const release = { minVersion: '1.0', maxVersion: '2.0', strict: false };

module.exports = { agent, negated, byVariable, byStage, inDevelopment, pinned, release };
