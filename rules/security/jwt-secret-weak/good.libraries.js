const express = require('express');
const { createSigner, createVerifier } = require('fast-jwt');
const { expressjwt } = require('express-jwt');
const fastify = require('fastify')();
const jwks = require('jwks-rsa');
const jwtSimple = require('jwt-simple');
const koaJwt = require('koa-jwt');
const { ExtractJwt, Strategy } = require('passport-jwt');

const app = express();
app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }));
app.use(expressjwt({ secret: jwks.expressJwtSecret({ jwksUri: 'https://login.example.com/jwks.json' }), algorithms: ['RS256'] }));

exports.strategy = new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.JWT_SECRET }, () => undefined);
exports.koa = koaJwt({ secret: process.env.JWT_SECRET });
fastify.register(require('@fastify/jwt'), { secret: process.env.JWT_SECRET });
exports.sign = createSigner({ key: process.env.JWT_SECRET });
exports.verify = createVerifier({ key: process.env.JWT_SECRET });
exports.encode = (user) => jwtSimple.encode(user, process.env.JWT_SECRET);
exports.decode = (token) => jwtSimple.decode(token, process.env.JWT_SECRET, false, 'HS256');
