exports.up = function (knex) {
  return knex.schema.createTable('plans', function (table) {
    table.increments('id');
  });
};

exports.down = function (knex) {
  return knex.schema.dropTable('plans');
};
