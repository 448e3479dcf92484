const mongoose = require('mongoose');
const { Schema } = mongoose;

const userSchema = mongoose.Schema({
  email: { type: String, required: true, index: true },
  password: { type: String, required: true },
});
// expect: schema-constraints P1
module.exports.User = mongoose.model('User', userSchema);

// expect: schema-constraints P2
module.exports.Product = mongoose.model('Product', new Schema({ title: String, price: Number, stock: Number, images: [String] }));

const articleSchema = new mongoose.Schema({ slug: String, title: { type: String, required: true } });
articleSchema.index({ slug: 1 });
// expect: schema-constraints P2
module.exports.Article = mongoose.model('Article', articleSchema);
