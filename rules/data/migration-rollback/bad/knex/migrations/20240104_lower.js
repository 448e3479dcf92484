exports.up = (knex) => knex('users').whereNotNull('email').update({ email: knex.raw('LOWER(email)') });

// Listed, not counted: rows alone.
// expect: migration-rollback P3
exports.down = () => {};
