var crypto = require('crypto');
var bcrypt = require('bcryptjs');
var sha1 = require('sha1');
var User = require('./user');
function register(req, res) {
  // expect: weak-crypto
  var hash = crypto.createHash('md5').update(req.body.password).digest('hex');
  User.create({ name: req.body.name, hash: hash });
}
function login(req, res) {
  User.findOne({ name: req.body.name }, function (err, user) {
    // expect: weak-crypto
    if (user.password === crypto.createHash('sha1').update(req.body.password).digest('hex')) return res.send('ok');
    // expect: weak-crypto
    if (user.password === sha1(req.body.pass)) return res.send('ok');
    res.sendStatus(401);
  });
}
const algorithm = 'md5';
// expect: weak-crypto
const digest = (pw) => crypto.createHash(algorithm).update(pw).digest('hex');
function encrypt(plain) {
  var md5sum = crypto.createHash('md5');
  md5sum.update(plain.password);
  return md5sum.digest('hex');
}
const saltRounds = 5;
// expect: weak-crypto
bcrypt.hash('x', saltRounds, function () {});
// expect: weak-crypto
const salt = bcrypt.genSaltSync(4);
function derive(password, cb) {
  // expect: weak-crypto
  crypto.pbkdf2(password, 'salt', 1000, 32, 'sha1', cb);
}
// expect: weak-crypto
const key = crypto.scryptSync('pw', 'salt', 32, { N: 1024 });
class UserService {
  hashPassword(password) {
    // expect: weak-crypto
    return crypto.createHash('sha1').update(password, 'utf8').digest('base64');
  }
}
module.exports = { register, login, digest, encrypt, derive, UserService, salt, key };
