const User = require('./model');

// expect: nosql-injection P0
exports.register = async (params) => User.findOne({ email: params.email });
