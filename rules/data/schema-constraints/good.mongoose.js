const mongoose = require('mongoose');
const { Schema } = mongoose;

module.exports.User = mongoose.model('User', new Schema({ email: { type: String, required: true, unique: true }, password: String }));

const adminSchema = new Schema({ tenantId: Schema.Types.ObjectId, email: String, password: { type: String, required: true } });
adminSchema.index({ tenantId: 1, email: 1 }, { unique: true });
module.exports.Admin = mongoose.model('Admin', adminSchema);

// A document store knows no foreign keys, and references are optional.
module.exports.Post = mongoose.model('Post', new Schema({ userId: { type: Schema.Types.ObjectId }, title: { type: String, required: true }, text: String, tags: [String] }));
module.exports.Settings = mongoose.model('UserSettings', new Schema({ theme: String, language: String, digest: Boolean, signature: String }));
module.exports.LoginAttempt = mongoose.model('LoginAttempt', new Schema({ email: String, address: String, agent: String }));

// Who signs in with another service is known by its id.
const listenerSchema = new mongoose.Schema({ username: { type: String, required: true }, spotifyId: { type: String, required: true, unique: true } });
exports.User = mongoose.model('User', listenerSchema);
