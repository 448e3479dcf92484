const mongoose = require('mongoose');

const User = mongoose.model('User', new mongoose.Schema({ username: String }));

module.exports = class UserController {
  async login(request, h) {
    const { username } = request.payload;
    // ok: nosql-injection
    const user = await User.findOne({ username }).exec();
    return h.response(user).code(200);
  }
};
