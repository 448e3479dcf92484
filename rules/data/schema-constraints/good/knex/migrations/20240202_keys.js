exports.up = async (knex) => {
  await knex.schema.alterTable('accounts', (table) => {
    table.unique(['email']);
    table.foreign('user_id').references('users.id');
  });
  await knex.schema.dropTable('forgotten');
};
exports.down = (knex) => knex.schema.createTable('forgotten', () => {});
