import mongoose, { Schema } from 'mongoose';
import type { Request, Response } from 'express';

const Company = mongoose.model('Tenant', new Schema({ name: String }));
const Ticket = mongoose.model('Ticket', new Schema({ tenantId: { type: String, required: true }, subject: String }));

export async function show(req: Request, res: Response) {
  // expect: tenant-filter
  const ticket = await Ticket.findById(req.params.id);
  // expect: tenant-filter
  const open = await Ticket.find({ status: 'open' }).sort('-createdAt').limit(20);
  // expect: tenant-filter
  const counts = await Ticket.aggregate([{ $match: { status: 'open' } }, { $group: { _id: '$status', n: { $sum: 1 } } }]);
  // ok: tenant-filter
  const company = await Company.findById(req.user.tenantId);
  res.json({ ticket, open, counts, company });
}

export async function close(req: Request, res: Response) {
  // expect: tenant-filter
  await Ticket.updateOne({ _id: req.params.id }, { status: 'closed' });
  res.sendStatus(204);
}
