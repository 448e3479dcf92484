exports.up = async (knex) => {
  // expect: schema-constraints P1
  await knex.schema.createTable('users', (table) => {
    table.increments('id');
    table.string('email').notNullable();
    table.string('password').notNullable();
  });
  // expect: schema-constraints P1
  await knex.schema.createTable('orders', (table) => {
    table.increments('id');
    table.integer('user_id').notNullable();
  });
};
exports.down = (knex) => knex.schema.dropTable('orders').dropTable('users');
