// Tokens whose claims decide nothing by themselves, or that somebody checks who is known by name only.
const jwt = require('jsonwebtoken');
const { jwtDecode } = require('jwt-decode');
const { introspect } = require('./issuer');

// Times let nobody in; the issuer decides.
function isOver(token) {
  // ok: jwt-unverified
  return jwtDecode(token).exp < Date.now() / 1000;
}

exports.signedIn = async (req, res, next) => {
  const token = req.headers.authorization.slice(7);
  if (isOver(token)) return res.sendStatus(401);
  req.user = await introspect(token);
  return next();
};

// Which way to check is chosen by a claim that is there or not.
exports.isServiceToken = (req) => {
  // ok: jwt-unverified
  const claims = jwt.decode(req.headers.authorization.slice(7));
  return claims.method != null;
};

// The signature is read, too, and handed on with the key of the issuer that the claims name.
exports.verifyServiceToken = async (req, keyOf, verifySignature) => {
  const parts = req.headers.authorization.slice(7).split('.');
  // ok: jwt-unverified
  const claims = JSON.parse(Buffer.from(parts[1], 'base64url').toString('utf8'));
  const key = await keyOf(claims.iss);
  if (!(await verifySignature(key, parts.slice(0, 2).join('.'), parts[2]))) throw new Error('bad signature');
  return claims.sub;
};

// The program made the token itself, a moment ago.
exports.issue = (user) => {
  const token = jwt.sign({ sub: user.id, scope: 'refresh' }, process.env.JWT_SECRET, { algorithm: 'HS256' });
  // ok: jwt-unverified
  const claims = jwt.decode(token);
  if (claims.scope !== 'refresh') throw new Error('no refresh token');
  return { token, id: claims.sub };
};
