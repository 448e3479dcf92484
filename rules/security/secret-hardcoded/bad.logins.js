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
