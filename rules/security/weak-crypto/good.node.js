const crypto = require('crypto');
const bcrypt = require('bcrypt');
const md5 = require('md5');

// Only tells contents apart.
exports.etag = (body) => crypto.createHash('md5').update(body).digest('hex');
exports.cacheKey = (query) => md5(JSON.stringify(query));
exports.gravatar = (email) => `https://www.gravatar.com/avatar/${md5(email.trim().toLowerCase())}`;
exports.checksum = (file) => crypto.createHash('sha1').update(file).digest('hex');
// The range query of Have I Been Pwned is made of SHA-1.
exports.isPwned = async function isPwned(password) {
  const pwnedHash = crypto.createHash('sha1').update(password).digest('hex');
  return fetch(`https://api.pwnedpasswords.com/range/${pwnedHash.slice(0, 5)}`);
};
// HMAC-SHA1 is what the service signs with.
exports.webhook = (url, body) => crypto.createHmac('sha1', process.env.TWILIO_AUTH_TOKEN).update(url + body).digest('base64');

exports.hash = (text) => crypto.createHash('sha256').update(text).digest('hex');
exports.token = () => crypto.randomBytes(32).toString('hex');
exports.encrypt = (key) => crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));
exports.store = (password) => bcrypt.hash(password, 12);
exports.storeSync = (password) => bcrypt.hashSync(password, bcrypt.genSaltSync(10));
exports.derive = (password, salt) => crypto.pbkdf2Sync(password, salt, 600000, 32, 'sha256');
exports.pair = () => crypto.generateKeyPairSync('rsa', { modulusLength: 4096 });

// Nothing secret is made of these.
exports.pick = (list) => list[Math.floor(Math.random() * list.length)];
async function refreshToken(client) {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 100));
  return client.refresh();
}
function createToken(store) {
  if (Math.random() < 0.01) store.cleanUp();
  return crypto.randomUUID();
}
exports.refreshToken = refreshToken;
exports.createToken = createToken;
