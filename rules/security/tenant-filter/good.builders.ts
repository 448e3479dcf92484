import knexFactory from 'knex';
import { Kysely } from 'kysely';
import type { Request, Response } from 'express';

const knex = knexFactory({ client: 'pg' });
const db = new Kysely<Record<string, never>>({ dialect: null as never });

export async function up() {
  await knex.schema.createTable('documents', (table) => {
    table.uuid('id');
    table.uuid('workspace_id').notNullable();
  });
}

function documentsOf(workspaceId: string) {
  return knex('documents').where({ workspace_id: workspaceId });
}

export async function show(req: Request, res: Response) {
  const [row] = await documentsOf(req.user.workspaceId).andWhere('id', req.params.id);
  let query = db.selectFrom('documents').selectAll().where('id', '=', req.params.id);
  query = query.where('workspace_id', '=', req.user.workspaceId);
  res.json({ row, same: await query.execute() });
}
