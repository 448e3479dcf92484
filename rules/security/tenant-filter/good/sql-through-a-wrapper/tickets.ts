import { run } from './run';
import type { Request, Response } from 'express';

export async function find(req: Request, res: Response) {
  res.json(await run('SELECT * FROM tickets WHERE tenant_id = $1 AND id = $2', [req.user.tenantId, req.params.id]));
}

function conditions(query: Record<string, unknown>): string {
  const parts = ['t.tenant_id = $1'];
  if (query.open) parts.push("t.status = 'open'");
  return parts.join(' AND ');
}

export async function search(req: Request, res: Response) {
  res.json(await run(`SELECT t.* FROM tickets t WHERE ${conditions(req.query)}`, [req.user.tenantId]));
}

export async function add(req: Request, res: Response) {
  await run('INSERT INTO messages (tenant_id, ticket_id, body) VALUES ($1, $2, $3)', [req.user.tenantId, req.params.id, req.body.text]);
  res.sendStatus(201);
}

// The row that was just made, under the same number.
export async function open(req: Request, res: Response) {
  await run('INSERT INTO tickets (tenant_id, number) VALUES ($1, $2) ON CONFLICT DO NOTHING', [req.user.tenantId, req.body.number]);
  res.json(await run('SELECT id FROM tickets WHERE number = $1', [req.body.number]));
}
