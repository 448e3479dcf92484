const mongoose = require('mongoose');

// Nine models, none of which says what must be there: the code does. Listed, of low confidence.
// expect: schema-constraints P2
module.exports.Apple = mongoose.model('Apple', new mongoose.Schema({ title: String, price: Number, stock: Number }));
// expect: schema-constraints P2
module.exports.Bread = mongoose.model('Bread', new mongoose.Schema({ title: String, price: Number, stock: Number }));
// expect: schema-constraints P2
module.exports.Cheese = mongoose.model('Cheese', new mongoose.Schema({ title: String, price: Number, stock: Number }));
// expect: schema-constraints P2
module.exports.Date = mongoose.model('Date', new mongoose.Schema({ title: String, price: Number, stock: Number }));
// expect: schema-constraints P2
module.exports.Egg = mongoose.model('Egg', new mongoose.Schema({ title: String, price: Number, stock: Number }));
// expect: schema-constraints P2
module.exports.Fig = mongoose.model('Fig', new mongoose.Schema({ title: String, price: Number, stock: Number }));
// expect: schema-constraints P2
module.exports.Grape = mongoose.model('Grape', new mongoose.Schema({ title: String, price: Number, stock: Number }));
// expect: schema-constraints P2
module.exports.Honey = mongoose.model('Honey', new mongoose.Schema({ title: String, price: Number, stock: Number }));
// expect: schema-constraints P2
module.exports.Jam = mongoose.model('Jam', new mongoose.Schema({ title: String, price: Number, stock: Number }));
