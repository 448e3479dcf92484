// expect: migration-rollback
exports.up = function (knex) {
  return knex.schema.createTable('plans', function (table) {
    table.increments('id');
  });
};
