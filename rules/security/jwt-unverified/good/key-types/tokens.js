// Version 9 allows the algorithms of the key's own type only.
const fs = require('fs');
const jwt = require('jsonwebtoken');
const { Strategy, ExtractJwt } = require('passport-jwt');

const publicKey = fs.readFileSync('/etc/keys/public.pem', 'utf8');

exports.read = (token) => jwt.verify(token, publicKey);

exports.strategy = new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.JWT_PUBLIC_KEY }, (claims, done) => done(null, claims));
