var mongoose = require('mongoose');

var OrganizationSchema = new mongoose.Schema({ name: String });
var InvoiceSchema = new mongoose.Schema({
  organization: { type: mongoose.Schema.Types.ObjectId, ref: 'Organization' },
  number: String,
});
var UserSchema = new mongoose.Schema({
  organization: { type: mongoose.Schema.Types.ObjectId, ref: 'Organization' },
  email: String,
});

// Before saving: no query is narrowed by it.
InvoiceSchema.pre('save', function (next) {
  if (!this.organization) this.organization = this.$locals.organization;
  next();
});

// Asks another model for what is the tenant's: neither.
UserSchema.pre('findOneAndDelete', async function () {
  await this.model.deleteMany({ organization: this.getQuery().organization });
});

module.exports = {
  Organization: mongoose.model('Organization', OrganizationSchema),
  Invoice: mongoose.model('Invoice', InvoiceSchema),
  User: mongoose.model('User', UserSchema),
};
