const { createClient } = require('redis');
const { Pool } = require('pg');
const SessionStore = require('session-store');
const logger = require('./logger');

const cache = createClient({ url: process.env.REDIS_URL });
cache.on('error', (error) => logger.error(error));

const chained = createClient().on('error', (error) => logger.error(error)).on('ready', () => logger.info('ready'));

const pool = new Pool({ connectionString: process.env.DATABASE_URL });
listenTo(pool);

function listenTo(client) {
  client.on('error', (error) => logger.error(error));
}

class Database {
  constructor() {
    this.pool = new Pool();
    this.pool.on('connect', () => logger.info('connected'));
    this.pool.on('error', (error) => logger.error(error));
  }
}

// The store that takes it may listen.
const store = new SessionStore({ pool: new Pool() });

function makeClient() {
  const client = createClient();
  client.on('error', logger.error);
  return client;
}

module.exports = { cache, chained, pool, store, Database, subscriber: makeClient() };
