import knexFactory from 'knex';
import { Kysely } from 'kysely';
import type { Request, Response } from 'express';

const knex = knexFactory({ client: 'pg' });
const db = new Kysely<Record<string, never>>({ dialect: null as never });

export async function up() {
  await knex.schema.createTable('workspaces', (table) => {
    table.uuid('id');
  });
  await knex.schema.createTable('documents', (table) => {
    table.uuid('id');
    table.uuid('workspace_id').notNullable();
    table.string('title');
  });
}

export async function show(req: Request, res: Response) {
  // expect: tenant-filter
  const [row] = await knex('documents as d').where({ id: req.params.id }).select('d.title');
  // expect: tenant-filter
  const same = await db.selectFrom('documents').selectAll().where('id', '=', req.params.id).execute();
  res.json({ row, same, workspace: req.user.workspaceId });
}

export async function rename(req: Request, res: Response) {
  // expect: tenant-filter
  await knex('documents').where('id', req.params.id).update({ title: req.body.title });
  // expect: tenant-filter
  await db.updateTable('documents').set({ title: req.body.title }).where('id', '=', req.params.id).execute();
  res.sendStatus(204);
}
