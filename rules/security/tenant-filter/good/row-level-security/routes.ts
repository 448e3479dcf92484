import { inOrganization } from './db';
import type { Request, Response } from 'express';

export async function show(req: Request, res: Response) {
  const found = await inOrganization(req.user.organizationId, (client) => client.query('SELECT * FROM invoices WHERE id = $1', [req.params.id]));
  res.json(found.rows[0]);
}
