exports.up = (knex) => knex.raw("ALTER TABLE guilds ALTER COLUMN ordering TYPE int8[] USING string_to_array(ordering, ',')::int8[]; ALTER TABLE events ALTER COLUMN announced SET NOT NULL;");

// expect: migration-rollback P2
exports.down = (knex) => {};
