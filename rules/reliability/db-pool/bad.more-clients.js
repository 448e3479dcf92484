const express = require('express');
const cassandra = require('cassandra-driver');
const mariadb = require('mariadb');
const { createClient } = require('@clickhouse/client');

const app = express();

app.get('/orders', async (req, res) => {
  // expect: db-pool
  const db = await mariadb.createConnection({ host: 'db' });
  // expect: db-pool
  const store = new cassandra.Client({ contactPoints: ['store'], localDataCenter: 'dc1' });
  // expect: db-pool
  const house = createClient({ url: 'http://house' });
  res.json(await Promise.all([db.query('SELECT 1'), store.execute('SELECT 1'), house.query({ query: 'SELECT 1' })]));
});
