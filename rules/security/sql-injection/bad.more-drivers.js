const express = require('express');
const mariadb = require('mariadb');
const { Connection, Request } = require('tedious');
const odbc = require('odbc');
const ibmdb = require('ibm_db');
const Firebird = require('node-firebird');
const alasql = require('alasql');
const duckdb = require('duckdb');
const { PGlite } = require('@electric-sql/pglite');
const serverless = require('serverless-mysql')({});
const { RDSDataClient, ExecuteStatementCommand } = require('@aws-sdk/client-rds-data');
const { AthenaClient, StartQueryExecutionCommand } = require('@aws-sdk/client-athena');

const app = express();
const pool = mariadb.createPool({ host: 'db' });
const server = new Connection({ server: 'db' });
const duck = new duckdb.Database(':memory:');
const lite = new PGlite();
const rds = new RDSDataClient({});
const athena = new AthenaClient({});

app.get('/orders', async (req, res) => {
  const text = "SELECT * FROM orders WHERE customer = '" + req.query.customer + "'";
  // expect: sql-injection P0
  await pool.query(text);
  const connection = await pool.getConnection();
  // expect: sql-injection P0
  await connection.query({ sql: text });
  // expect: sql-injection P0
  server.execSql(new Request(text, () => {}));
  const bridge = await odbc.connect('DSN=orders');
  // expect: sql-injection P0
  await bridge.query(text);
  ibmdb.open('DSN=orders', function (error, db2) {
    // expect: sql-injection P0
    db2.query(text, () => {});
  });
  Firebird.attach({}, function (error, db) {
    // expect: sql-injection P0
    db.query(text, () => {});
  });
  // expect: sql-injection P0
  alasql(text);
  // expect: sql-injection P0
  duck.all(text, () => {});
  // expect: sql-injection P0
  await lite.query(text);
  // expect: sql-injection P0
  await serverless.query(text);
  // expect: sql-injection P0
  await rds.send(new ExecuteStatementCommand({ sql: text }));
  // expect: sql-injection P0
  await athena.send(new StartQueryExecutionCommand({ QueryString: text }));
  res.end();
});
