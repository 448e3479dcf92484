import { base, scoped } from './client';
import type { Request, Response } from 'express';

export async function show(req: Request, res: Response) {
  // ok: tenant-filter
  await scoped.invoice.findMany();
  // expect: tenant-filter
  res.json(await base.invoice.findUnique({ where: { id: req.params.id } }));
  console.log(req.user.organizationId);
}
