const Sequelize = require('sequelize');
const connection = require('./connection');

module.exports =
  process.env.NODE_ENV === 'production'
    ? new Sequelize(connection.production.database, connection.production.username, connection.production.password, { host: connection.production.host })
    : new Sequelize(connection.development.database, connection.development.username, connection.development.password, { host: connection.development.host });
