exports.up = (knex) => knex.schema.alterTable('pages', (table) => table.string('slug').notNullable().unique().alter());

// expect: migration-rollback P2
exports.down = (knex) => {};
