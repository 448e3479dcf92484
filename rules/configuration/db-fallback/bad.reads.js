const mongoose = require('mongoose');
const Sequelize = require('sequelize');
const { Pool } = require('pg');
const knex = require('knex');
// expect: db-fallback
mongoose.connect(process.env.MONGO_URI || 'mongodb://localhost:27017/app');
// expect: db-fallback
const sequelize = new Sequelize(process.env.DATABASE_URL || 'sqlite::memory:');
// expect: db-fallback
const pool = new Pool({ host: process.env.DB_HOST ?? 'localhost', password: process.env.DB_PASSWORD });
// expect: db-fallback
const { DATABASE_FILE = './data/app.db' } = process.env;
const db = knex({
  // expect: db-fallback
  client: process.env.DB_CLIENT || 'sqlite3',
  connection: process.env.DB_CONNECTION,
});
module.exports = { sequelize, pool, DATABASE_FILE, db };

// A name that says nothing of a database.
// expect: db-fallback
module.exports.ledger = process.env.LEDGER || 'mysql://root@localhost/ledger';
