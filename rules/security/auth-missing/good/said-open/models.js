const mongoose = require('mongoose');

const accountSchema = new mongoose.Schema({ email: String, password: String });
exports.Account = mongoose.model('Account', accountSchema);
exports.Profile = mongoose.model('Profile', new mongoose.Schema({ username: String }));
exports.Order = mongoose.model('Order', new mongoose.Schema({ total: Number }));
exports.Message = mongoose.model('Message', new mongoose.Schema({ text: String }));
exports.Street = mongoose.model('Street', new mongoose.Schema({ name: String, code: String }));
