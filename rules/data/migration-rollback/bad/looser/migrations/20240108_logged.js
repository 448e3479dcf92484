exports.up = (knex) => knex.schema.alterTable('pages', (table) => table.dropColumn('region'));

// expect: migration-rollback P3
exports.down = async () => {
  console.log('No rollback for this migration (20240108_logged.js)');
};
