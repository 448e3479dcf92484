exports.up = (knex) => knex.raw('ALTER TABLE webhooks DROP CONSTRAINT IF EXISTS fk_channel; ALTER TABLE events ALTER COLUMN created_at TYPE timestamptz, ALTER COLUMN seen_at TYPE timestamptz;');

// expect: migration-rollback P3
exports.down = (knex) => {};
