var express = require('express');
var mysql = require('mysql');
var pg = require('pg');
var MongoClient = require('mongodb').MongoClient;

var app = express();

app.get('/users', function (req, res) {
  // expect: db-pool P1
  var connection = mysql.createConnection({ host: 'localhost', user: 'app', database: 'desk' });
  connection.connect();
  connection.query('SELECT id FROM users', function (err, rows) {
    connection.end();
    res.json(rows);
  });
});

app.get('/orders', async function (req, res) {
  // expect: db-pool P1
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const found = await client.query('SELECT id FROM orders WHERE owner = $1', [req.query.owner]);
  await client.end();
  res.json(found.rows);
});

function withDatabase(work) {
  // expect: db-pool P1
  return MongoClient.connect('mongodb://localhost:27017').then(work);
}

app.get('/notes', function (req, res) {
  withDatabase(function (client) {
    return client.db('desk').collection('notes').find({}).toArray();
  }).then(function (notes) {
    res.json(notes);
  });
});
