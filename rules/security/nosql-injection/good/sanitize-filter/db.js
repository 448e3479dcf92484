const mongoose = require('mongoose');

mongoose.set('sanitizeFilter', true);
exports.User = mongoose.model('User', new mongoose.Schema({ email: String }));
