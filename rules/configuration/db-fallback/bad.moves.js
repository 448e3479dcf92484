// It moves data from one database to another, and answers who asks how far it is.
const http = require('node:http');
const { MongoClient } = require('mongodb');

// expect: db-fallback P2
const source = new MongoClient(process.env.SOURCE_MONGO_URL || 'mongodb://localhost:27017/app');
// expect: db-fallback P2
const target = new MongoClient(process.env.TARGET_MONGO_URL || 'mongodb://localhost:27018/app');

http.createServer((_request, response) => response.end('moving')).listen(8080);
module.exports = { source, target };
