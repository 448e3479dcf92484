exports.up = (knex) => knex.schema.alterTable('pages', (table) => table.string('topic'));

/**
 * Takes the migration back.
 * @param {import('knex').Knex} knex
 */
// expect: migration-rollback P2
exports.down = (knex) => {};
