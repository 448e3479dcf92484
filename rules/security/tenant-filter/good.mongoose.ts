import mongoose, { Schema } from 'mongoose';
import type { Request, Response } from 'express';

const Ticket = mongoose.model('Ticket', new Schema({ tenantId: { type: String, required: true }, subject: String }));

export async function show(req: Request, res: Response) {
  const { tenantId } = req.user;
  const ticket = await Ticket.findOne({ _id: req.params.id, tenantId });
  const open = await Ticket.find({ status: 'open' }).where('tenantId').equals(tenantId).limit(20);
  const counts = await Ticket.aggregate([{ $match: { tenantId, status: 'open' } }]);
  res.json({ ticket, open, counts });
}

export async function create(req: Request, res: Response) {
  res.json(await Ticket.create({ ...req.body, tenantId: req.user.tenantId }));
}
