exports.up = (knex) => knex.schema.alterTable('pages', (table) => table.string('region'));

// expect: migration-rollback P3
exports.down = async () => {
  return; // we do not want to take the column away again
};
