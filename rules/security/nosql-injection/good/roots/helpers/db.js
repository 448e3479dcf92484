const mongoose = require('mongoose');

module.exports = {
  Account: mongoose.model('Account', new mongoose.Schema({ email: String })),
  RefreshToken: mongoose.model('RefreshToken', new mongoose.Schema({ account: String })),
};
