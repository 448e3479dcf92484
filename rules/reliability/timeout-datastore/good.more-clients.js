// Limits that are set, and libraries that have some by themselves.
const cassandra = require('cassandra-driver');
const mariadb = require('mariadb');
const { createClient } = require('@clickhouse/client');
const { Client } = require('@opensearch-project/opensearch');

exports.pool = mariadb.createPool({ host: 'db', connectTimeout: 2000, queryTimeout: 5000 });
exports.store = new cassandra.Client({ contactPoints: ['store'], localDataCenter: 'dc1' });
exports.house = createClient({ url: 'http://house' });
exports.search = new Client({ node: 'http://search' });
