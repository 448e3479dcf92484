import { clientFor } from './client';
import type { Request, Response } from 'express';

export async function show(req: Request, res: Response) {
  const db = clientFor(req.user.organizationId);
  res.json(await db.invoice.findUnique({ where: { id: req.params.id } }));
}
