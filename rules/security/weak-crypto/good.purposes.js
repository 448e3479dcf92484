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

// A setting is the key of a signature, whatever it is called.
exports.signUpload = (name) => crypto.createHmac('sha256', process.env.SECRET_PASSWORD).update(name).digest('hex');

// Drawn in a function that gets a secret from somebody else, for the name of a request.
exports.getCredentials = async function (service) {
  const suffix = Math.random().toString(36).slice(2, 8);
  const name = 'backup-' + suffix;
  return service.assume({ name });
};

// A number by which answers of a worker are told apart.
exports.hashPassword = function (password) {
  const requestId = Math.random().toString(36).slice(2);
  return workers.ask({ requestId, password });
};

// What was drawn has all its randomness: of low confidence at most, and no key is fixed where an option asks for it.
exports.encrypt = function (text, key, options) {
  const iv = options.searchable ? Buffer.from('0000000000000000') : crypto.randomBytes(16);
  return crypto.createCipheriv('aes-256-cbc', key, iv).update(text);
};

// The text says what it numbers, whatever the variable is called.
exports.launch = function (workspace) {
  const sessionId = `task-${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
  workspace.current = sessionId;
};

// The letters were drawn before; they only change places.
exports.mixedPassword = (password) => password.split('').sort(() => Math.random() - 0.5).join('');
