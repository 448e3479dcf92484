exports.up = async (knex) => {
  await knex.raw("UPDATE agents SET team = 'support' WHERE team IS NULL");
};

exports.down = async () => {
  throw new Error('which agents had no team is not known any more');
};
