const { Client } = require('pg');

// The same word as a user is a login all the same.
exports.shop = new Client({ user: 'shop', database: 'shop', host: 'db.acme.io', port: 5432, password:
  // expect: secret-hardcoded
  'shop' });
// One public property makes no table.
exports.vault = {
  visibility: 'public',
  // expect: secret-hardcoded
  secretKey: 'Zk3vQ9tLw7Rb2NxY5cHd8MfA',
};

// Listed, not counted: a login of settings that equals its user, with which nothing is seen to log in, and what is written over one to hide it.
exports.settings = { api: { user: 'mailer', pass:
  // expect: secret-hardcoded
  'mailer' } };
exports.hide = (shown) => {
  // expect: secret-hardcoded
  if (shown.password) shown.password = 'some_password';
  return shown;
};
