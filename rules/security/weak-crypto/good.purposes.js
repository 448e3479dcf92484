const crypto = require('crypto');
const workers = require('./workers');

// A slow hash in another process takes what the fast one gives.
exports.hash = async function (rounds, password) {
  password = crypto.createHash('sha512').update(password).digest('hex');
  return workers.exec('hash', [password, rounds]);
};

exports.compare = async function (password, stored) {
  const digest = crypto.createHash('sha512').update(password).digest('hex');
  return workers.exec('compare', [digest, stored]);
};

// The format of Apache's password files, $apr1$, is made of MD5.
exports.apache = function (password, salt) {
  return crypto.createHash('md5').update(password + '$apr1$' + salt).digest();
};
