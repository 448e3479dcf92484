const crypto = require('crypto');

// What stands for a user is guessed from the time.
// expect: weak-crypto P1
exports.session = (user) => ({ token: crypto.createHash('md5').update(user.id + Date.now()).digest('hex') });

// A signature can be lengthened by whoever sees one.
exports.sign = function (body, secret) {
  // expect: weak-crypto P1
  const signature = crypto.createHash('md5').update(secret + body).digest('hex');
  return signature;
};

// A key has its own randomness; the hash is out of date all the same.
exports.caller = function (req) {
  // expect: weak-crypto P2
  const apiKeyHash = crypto.createHash('md5').update(req.headers['x-api-key']).digest('hex');
  return 'limit:' + apiKeyHash;
};

exports.salt = function () {
  // expect: weak-crypto P2
  const salt = Math.random().toString(36);
  return salt;
};

exports.cipherKey = function (salt) {
  // expect: weak-crypto P2
  return crypto.pbkdf2Sync(process.env.SECRET_KEY, salt, 2145, 32, 'sha512');
};

// The digest is what is kept.
exports.register = function (store, password) {
  // expect: weak-crypto P1
  password = crypto.createHash('sha512').update(password).digest('hex');
  return store.insert('users', [password]);
};

// It has its own randomness: listed, of low confidence.
exports.generateAccessToken = function () {
  const randomBytes = crypto.randomBytes(64);
  // expect: weak-crypto P2
  return crypto.createHash('sha1').update(randomBytes).digest('hex');
};
