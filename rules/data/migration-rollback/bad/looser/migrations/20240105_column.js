exports.up = (knex) => knex.schema.alterTable('pages', (table) => {
  table.text('body').alter();
  table.string('author');
});

// expect: migration-rollback P2
exports.down = (knex) => {};
