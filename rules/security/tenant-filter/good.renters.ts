import mongoose, { Schema } from 'mongoose';
import type { Request, Response } from 'express';

// A tenant who rents, and no customer of the service.
const Tenant = mongoose.model('Tenant', new Schema({ name: String, leaseId: String, beginDate: Date }));
const Letter = mongoose.model('Letter', new Schema({ tenantId: String, subject: String }));
const Payment = mongoose.model('Payment', new Schema({ tenantId: String, amount: Number }));

export async function show(req: Request, res: Response) {
  const letters = await Letter.find({ subject: 'rent' }).limit(20);
  const payments = await Payment.find({ amount: { $gt: 0 } }).limit(20);
  const me = await Tenant.findById(req.user.tenantId);
  res.json({ letters, payments, me });
}
