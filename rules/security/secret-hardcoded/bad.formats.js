// The values are made up, and in pieces, so that no other scanner takes them for real.
const settings = {
  // expect: secret-hardcoded P0
  aws: 'AKIA' + 'Q7ZJ3WXN5KLT2MVB',
  // expect: secret-hardcoded P0
  github: 'ghp_' + 'Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi',
  // expect: secret-hardcoded
  gitlab: 'glpat-' + 'Zk3vQ9tLw7Rb2NxY5cHd',
  // expect: secret-hardcoded
  slack: 'xoxb-' + '204817395162-Zk3vQ9tLw7Rb2NxY5cHd8MfA',
  // expect: secret-hardcoded
  stripe: 'sk_live_' + 'Zk3vQ9tLw7Rb2NxY5cHd8MfA',
  // expect: secret-hardcoded
  openai: 'sk-proj-' + 'Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi0KqT',
  // expect: secret-hardcoded
  anthropic: 'sk-ant-' + 'api03-Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi0KqT',
  // expect: secret-hardcoded
  google: 'AIza' + 'Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oW',
  // expect: secret-hardcoded
  sendgrid: 'SG.' + 'Zk3vQ9tLw7Rb2NxY5cHd8M.TqK0iWo1UpJ6sGe4AfM8dHc5YxN2bR7wLt9Qv3kZabc',
  // expect: secret-hardcoded
  twilio: 'SK' + '9f3b7c1e5d2a8f406b1c9e7d3a5f8b20',
  // expect: secret-hardcoded
  npm: 'npm_' + 'Zk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi',
  // expect: secret-hardcoded
  mailgun: 'key-' + '9f3b7c1e5d2a8f406b1c9e7d3a5f8b20',
  // expect: secret-hardcoded
  shopify: 'shpat_' + '9f3b7c1e5d2a8f406b1c9e7d3a5f8b20',
  // expect: secret-hardcoded
  ocean: 'dop_v1_' + '9f3b7c1e5d2a8f406b1c9e7d3a5f8b2002b8f5a3d7e9c1b604f8a2d5e1c7b3f9',
  // expect: secret-hardcoded
  telegram: '5382910467' + ':AAZk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1',
};

function connect(mongoose) {
  // expect: secret-hardcoded
  return mongoose.connect('mongodb+srv://orders:T4mbur1ne@cluster0.k2xqp.mongodb.net/orders');
}

async function notify(text) {
  await fetch(`https://hooks.acme.io/${text}`);
}

// expect: secret-hardcoded
const privateKey = '-----BEGIN RSA ' + `PRIVATE KEY-----
MIIEpAIBAAKCAQEAZk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi0KqTTqK0iWo1UpJ6sGe4AfM8dHc5YxN2bR7wLt9Qv3kZ
TqK0iWo1UpJ6sGe4AfM8dHc5YxN2bR7wLt9Qv3kZZk3vQ9tLw7Rb2NxY5cHd8MfA4eGs6JpU1oWi0KqT
-----END RSA PRIVATE KEY-----`;

module.exports = { settings, connect, notify, privateKey };
