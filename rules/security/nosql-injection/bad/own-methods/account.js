const mongoose = require('mongoose');

const schema = new mongoose.Schema({ email: String, resetToken: {} });

schema.statics.byToken = function (token) {
  // expect: nosql-injection
  return this.findOne({ resetToken: token });
};

schema.statics.byMail = async (email) => {
  // ok: nosql-injection
  return Account.findOne({ email });
};

schema.static('byCode', function (code) {
  // expect: nosql-injection
  return this.findOne({ resetToken: code });
});

schema.static('byName', function (email) {
  // ok: nosql-injection
  return this.findOne({ email });
});

const Account = mongoose.model('Account', schema);
module.exports = Account;
