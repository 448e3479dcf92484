const { readdir } = require('node:fs/promises');
const { sequelize } = require('./database');
const { applyMigrations } = require('./migrations');

module.exports = { readdir, sequelize, applyMigrations };
