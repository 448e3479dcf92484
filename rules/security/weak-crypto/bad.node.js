const crypto = require('crypto');
const bcrypt = require('bcrypt');
const md5 = require('md5');
const CryptoJS = require('crypto-js');

function hashPassword(password) {
  // expect: weak-crypto P1
  return crypto.createHash('md5').update(password).digest('hex');
}

exports.save = (user) => {
  // expect: weak-crypto
  user.passwordHash = crypto.createHash('sha1').update(user.password + user.name).digest('hex');
  // expect: weak-crypto
  const legacy = md5(user.password);
  // expect: weak-crypto
  const other = CryptoJS.SHA1(user.password).toString();
  return { legacy, other };
};

// expect: weak-crypto
exports.resetToken = (email) => ({ token: crypto.createHash('md5').update(email + Date.now()).digest('hex') });

function generateToken() {
  let token = '';
  // expect: weak-crypto
  for (let i = 0; i < 16; i++) token += Math.floor(Math.random() * 16).toString(16);
  return token;
}

exports.otp = () => {
  // expect: weak-crypto
  const otp = Math.floor(100000 + Math.random() * 900000);
  return otp;
};

function generatePassword(length) {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  let result = '';
  // expect: weak-crypto
  for (let i = 0; i < length; i++) result += letters.charAt(Math.floor(Math.random() * letters.length));
  return result;
}

// expect: weak-crypto P2
exports.bytes = () => crypto.pseudoRandomBytes(16);

exports.encrypt = (text, key, iv) => [
  // expect: weak-crypto
  crypto.createCipheriv('des-ede3-cbc', key, iv),
  // expect: weak-crypto
  crypto.createCipheriv('aes-256-ecb', key, null),
  // expect: weak-crypto
  crypto.createCipheriv('aes-256-cbc', key, '1234567890123456'),
  // expect: weak-crypto
  crypto.createCipher('aes-256-cbc', key),
  // expect: weak-crypto
  CryptoJS.DES.encrypt(text, key),
  // expect: weak-crypto
  CryptoJS.RC4.encrypt(text, key),
];

// expect: weak-crypto
exports.store = (password) => bcrypt.hash(password, 5);
// expect: weak-crypto
exports.storeSync = (password) => bcrypt.hashSync(password, bcrypt.genSaltSync(8));
// expect: weak-crypto
exports.derive = (password, salt) => crypto.pbkdf2Sync(password, salt, 1000, 64, 'sha512');
// expect: weak-crypto
exports.pair = () => crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });

exports.hashPassword = hashPassword;
exports.generateToken = generateToken;
exports.generatePassword = generatePassword;

exports.sessionToken = () => {
  // expect: weak-crypto P2
  const token = crypto.pseudoRandomBytes(16).toString('hex');
  return token;
};
