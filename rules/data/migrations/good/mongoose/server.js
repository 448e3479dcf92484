const mongoose = require('mongoose');

const User = mongoose.model('User', new mongoose.Schema({ email: String }));
exports.register = (email) => User.create({ email });
