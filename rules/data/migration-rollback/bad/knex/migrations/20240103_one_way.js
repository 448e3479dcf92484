exports.up = (knex) => knex.schema.dropTable('legacy_plans');

// Listed, not counted: no way back could bring the rows.
// expect: migration-rollback P3
exports.down = () => {};
