const express = require('express');
const { createSigner, createVerifier } = require('fast-jwt');
const { expressjwt } = require('express-jwt');
const fastify = require('fastify')();
const jwtSimple = require('jwt-simple');
const koaJwt = require('koa-jwt');
const { ExtractJwt, Strategy } = require('passport-jwt');

const app = express();
// expect: jwt-secret-weak P0
app.use(expressjwt({ secret: 'shhhhhhared-secret', algorithms: ['HS256'] }));

// expect: jwt-secret-weak P0
exports.strategy = new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: 'secret' }, () => undefined);

// expect: jwt-secret-weak P0
exports.koa = koaJwt({ secret: process.env.JWT_SECRET || 'shared-secret' });

// expect: jwt-secret-weak P0
fastify.register(require('@fastify/jwt'), { secret: 'supersecret' });

// expect: jwt-secret-weak P0
exports.sign = createSigner({ key: 'secret' });
// expect: jwt-secret-weak P0
exports.verify = createVerifier({ key: process.env.JWT_SECRET ?? 'secret' });

// expect: jwt-secret-weak P0
exports.encode = (user) => jwtSimple.encode(user, 'xxx');
// expect: jwt-secret-weak P0
exports.decode = (token) => jwtSimple.decode(token, 'xxx', false, 'HS256');
