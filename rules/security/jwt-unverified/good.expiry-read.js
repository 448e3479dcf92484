const jwt = require('jsonwebtoken');
const { jwtVerify, createRemoteJWKSet } = require('jose');

const issuers = new Map([['https://id.example.com', createRemoteJWKSet(new URL('https://id.example.com/keys'))]]);

// Whom to ask is read of the token before it is verified.
exports.verify = async (req) => {
  const issuer = jwt.decode(req.headers.authorization).iss;
  const keys = issuers.get(issuer);
  if (!keys) throw new Error('unknown issuer');
  return keys;
};

exports.jwtVerify = jwtVerify;
