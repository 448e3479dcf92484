const knex = require('knex');
const { MongoClient } = require('mongodb');

// expect: query-monitoring
const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
// What listens to the commands of one store hears no statement of the other.
const mongo = new MongoClient(process.env.MONGO_URL, { monitorCommands: true });
mongo.on('commandSucceeded', ({ duration, commandName }) => duration > 500 && console.warn({ duration, commandName }));

module.exports = { db, mongo };
