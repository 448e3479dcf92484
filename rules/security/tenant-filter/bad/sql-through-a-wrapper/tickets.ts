import { run } from './run';
import type { Request, Response } from 'express';

export async function find(req: Request, res: Response) {
  // expect: tenant-filter
  const ticket = await run('SELECT * FROM tickets WHERE id = $1', [req.params.id]);
  // ok: tenant-filter
  const plans = await run('SELECT * FROM plans');
  res.json({ ticket, plans });
}

export async function search(req: Request, res: Response) {
  let text = 'SELECT t.* FROM tickets t JOIN tenants o ON o.id = t.tenant_id';
  if (req.query.open) text += " WHERE t.status = 'open'";
  // expect: tenant-filter
  res.json(await run(text));
}

export async function close(req: Request, res: Response) {
  // expect: tenant-filter
  await run('UPDATE tickets SET status = $1 WHERE id = $2', ['closed', Number(req.params.id)]);
  // expect: tenant-filter
  await run(`DELETE FROM messages WHERE ticket_id = ${Number(req.params.id)}`);
  res.sendStatus(204);
}
