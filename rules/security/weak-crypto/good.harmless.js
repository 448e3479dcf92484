const crypto = require('crypto');
const bcrypt = require('bcryptjs');
const { v4: uuid } = require('uuid');
// Have I Been Pwned
async function checkPassword(password) {
  const hash = crypto.createHash('sha1').update(password).digest('hex').toUpperCase();
  const prefix = hash.slice(0, 5);
  const res = await fetch('https://api.pwnedpasswords.com/range/' + prefix);
  return (await res.text()).includes(hash.slice(5));
}
function generatePassword() {
  const length = Math.floor(Math.random() * 8) + 16;
  return crypto.randomBytes(length).toString('base64');
}
function createSession() {
  const id = crypto.randomUUID();
  const expires = Date.now() + 3600000 + Math.floor(Math.random() * 1000);
  return { id, expires };
}
function requestToken(attempt) {
  const delay = 2 ** attempt * 100 * (0.5 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, delay));
}
const color = '#' + Math.floor(Math.random() * 0xffffff).toString(16);
const tempFile = `/tmp/upload-${Math.random().toString(36).slice(2)}`;
const requestId = Math.random().toString(36).slice(2);
const shuffled = [3, 1, 2].sort(() => Math.random() - 0.5);
const etag = '"' + crypto.createHash('md5').update(Buffer.from('x')).digest('hex') + '"';
const cacheKey = 'user:' + crypto.createHash('sha1').update(JSON.stringify({ a: 1 })).digest('hex');
const contentMd5 = crypto.createHash('md5').update('body').digest('base64');
const avatar = (email) => 'https://gravatar.com/avatar/' + crypto.createHash('md5').update(email).digest('hex');
const accept = (key) => crypto.createHash('sha1').update(key + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64');
const totp = (secret, counter) => crypto.createHmac('sha1', secret).update(counter).digest();
const rounds = Number(process.env.BCRYPT_ROUNDS);
exports.hash = (password) => bcrypt.hash(password, rounds);
exports.hash12 = (password, cb) => bcrypt.genSalt(12, (err, salt) => bcrypt.hash(password, salt, cb));
exports.derive = (password) => crypto.pbkdf2Sync(password, crypto.randomBytes(16), 210000, 64, 'sha512');
exports.scrypt = (password, salt) => crypto.scryptSync(password, salt, 64);
exports.gcm = (key) => crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));
exports.decrypt = (key, iv) => crypto.createDecipheriv('aes-256-cbc', key, Buffer.from(iv, 'hex'));
exports.token = () => crypto.randomBytes(24).toString('base64url') + uuid();
exports.hashToken = (token) => crypto.createHash('sha256').update(token).digest('hex');
const port = 3000 + Math.floor(Math.random() * 1000);
const otpIndex = Math.floor(Math.random() * 3) > 1;
module.exports = { checkPassword, generatePassword, createSession, requestToken, color, tempFile, requestId, shuffled, etag, cacheKey, contentMd5, avatar, accept, totp, port, otpIndex };
const rooms = {};
exports.openRoom = (name) => {
  const id = Math.random().toString(36).slice(2);
  rooms[id] = { name };
  return id;
};

// A visit, told by what everybody can see of the visitor.
exports.sessionOf = (event, counter) => {
  const currentSessionId = crypto.createHash('md5').update(`${event.device_id}-${counter}`).digest('hex');
  return currentSessionId;
};
