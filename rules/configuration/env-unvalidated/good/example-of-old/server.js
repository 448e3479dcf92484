const jwt = require('jsonwebtoken');
const mongoose = require('mongoose');
const { jwtSecret, mongo } = require('./vars');

mongoose.connect(mongo);
exports.sign = (claims) => jwt.sign(claims, jwtSecret);
