import mongoose, { Schema } from 'mongoose';
import { currentTenant } from './context.js';

const InvoiceSchema = new Schema({ tenantId: { type: String, required: true }, number: String });
InvoiceSchema.pre(/^find/, function () {
  this.where({ tenantId: currentTenant() });
});

const PaymentSchema = new Schema({ tenantId: { type: String, required: true }, amount: Number });
PaymentSchema.plugin((schema: Schema) => {
  schema.pre(['find', 'findOne', 'updateMany'], function () {
    this.setQuery({ ...this.getQuery(), tenantId: currentTenant() });
  });
});

export const Tenant = mongoose.model('Tenant', new Schema({ name: String }));
export const Invoice = mongoose.model('Invoice', InvoiceSchema);
export const Payment = mongoose.model('Payment', PaymentSchema);
