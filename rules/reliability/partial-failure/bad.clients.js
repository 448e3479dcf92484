const { createClient } = require('redis');
const redis = require('redis');
const { Pool } = require('pg');
const pg = require('pg');

// expect: partial-failure
const cache = createClient({ url: process.env.REDIS_URL });
cache.on('connect', () => console.log('connected'));

// expect: partial-failure
const sessions = redis.createClient();

// expect: partial-failure
const pool = new Pool({ connectionString: process.env.DATABASE_URL });

class Database {
  constructor() {
    // expect: partial-failure
    this.pool = new pg.Pool();
  }

  query(text, values) {
    return this.pool.query(text, values);
  }
}

module.exports = { cache, sessions, pool, Database };
