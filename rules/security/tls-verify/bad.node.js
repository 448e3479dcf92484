const https = require('https');
const tls = require('tls');
const fs = require('fs');

// expect: tls-verify
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
// expect: tls-verify
process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0;

// expect: tls-verify P0
const agent = new https.Agent({ rejectUnauthorized: false });

function call(payload) {
  var options = { hostname: 'payments.example.com', port: 443, path: '/charge', method: 'POST' };
  // expect: tls-verify
  options.rejectUnauthorized = false;
  const request = https.request(options, (response) => response.resume());
  request.end(payload);
}

const loose = false;
const socket = tls.connect({
  host: 'mail.example.com',
  port: 465,
  // expect: tls-verify
  rejectUnauthorized: loose,
});

// expect: tls-verify
https.globalAgent.options.rejectUnauthorized = false;

const named = tls.connect({
  host: 'db.example.com',
  ca: fs.readFileSync('ca.pem'),
  // expect: tls-verify
  checkServerIdentity: () => undefined,
});

const alsoNamed = https.request({
  host: 'db.example.com',
  // expect: tls-verify
  checkServerIdentity: function (host, certificate) {
    return null;
  },
});

https.createServer({
  key: fs.readFileSync('key.pem'),
  cert: fs.readFileSync('cert.pem'),
  // expect: tls-verify P1
  minVersion: 'TLSv1',
});

tls.createServer({
  // expect: tls-verify P1
  secureProtocol: 'SSLv3_method',
});

// expect: tls-verify P1
tls.DEFAULT_MIN_VERSION = 'TLSv1.1';

module.exports = { agent, call, socket, named, alsoNamed };
