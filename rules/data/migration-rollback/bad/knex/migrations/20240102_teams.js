exports.up = (knex) => knex.schema.alterTable('agents', (table) => table.string('team'));

// expect: migration-rollback
exports.down = () => {};
