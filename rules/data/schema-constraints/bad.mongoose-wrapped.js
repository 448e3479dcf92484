// Schemas go through one function: each model has the columns of its own.
const mongoose = require('mongoose');

function withHistory(schema) {
  schema.add({ changedBy: String });
  return schema;
}

const shopSchema = withHistory(new mongoose.Schema({ title: { type: String, required: true }, subdomain: String }));
const noteSchema = withHistory(new mongoose.Schema({ title: { type: String, required: true }, text: String }));
const teamSchema = withHistory(new mongoose.Schema({ title: { type: String, required: true }, subdomain: { type: String, required: true, unique: true } }));

// expect: schema-constraints P2
exports.Shop = mongoose.model('Shop', shopSchema);
// ok: schema-constraints
exports.Note = mongoose.model('Note', noteSchema);
// ok: schema-constraints
exports.Team = mongoose.model('Team', teamSchema);
