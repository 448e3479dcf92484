import type { Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('pages').addColumn('icon', 'text').execute();
}

// expect: migration-rollback P2
export async function down(db: Kysely<any>): Promise<void> {}
