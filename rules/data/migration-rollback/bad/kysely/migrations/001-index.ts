import type { Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.dropIndex('pages_slug_idx').ifExists().execute();
}

// Listed, not counted: an index that is gone takes nothing away.
// expect: migration-rollback P3
export async function down(db: Kysely<any>): Promise<void> {}
