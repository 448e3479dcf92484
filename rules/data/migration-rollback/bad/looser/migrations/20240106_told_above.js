exports.up = (knex) => knex.schema.alterTable('pages', (table) => table.string('language'));

/**
 * This way back is a no-op: the column was there before, on some installations.
 * @param {import('knex').Knex} knex
 */
// expect: migration-rollback P3
exports.down = (knex) => {};
