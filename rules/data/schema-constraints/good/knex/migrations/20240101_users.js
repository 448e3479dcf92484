exports.up = async (knex) => {
  await knex.schema.createTable('users', (table) => {
    table.increments('id');
    table.string('email').notNullable().unique();
  });
  await knex.schema.createTable('accounts', (table) => {
    table.increments('id');
    table.string('email').notNullable();
    table.string('password').notNullable();
    table.integer('user_id').notNullable();
  });
  await knex.schema.createTable('forgotten', (table) => {
    table.string('email');
    table.string('password');
    table.string('slug');
  });
};
exports.down = (knex) => knex.schema.dropTable('accounts').dropTable('users');
