const express = require('express');
const mariadb = require('mariadb');
const { Connection, Request, TYPES } = require('tedious');
const alasql = require('alasql');
const { PGlite } = require('@electric-sql/pglite');
const { RDSDataClient, ExecuteStatementCommand } = require('@aws-sdk/client-rds-data');

const app = express();
const pool = mariadb.createPool({ host: 'db' });
const server = new Connection({ server: 'db' });
const lite = new PGlite();
const rds = new RDSDataClient({});

app.get('/orders', async (req, res) => {
  await pool.query('SELECT * FROM orders WHERE customer = ?', [req.query.customer]);
  const request = new Request('SELECT * FROM orders WHERE customer = @customer', () => {});
  request.addParameter('customer', TYPES.NVarChar, req.query.customer);
  server.execSql(request);
  alasql('SELECT * FROM ? WHERE customer = ?', [[], req.query.customer]);
  await lite.query('SELECT * FROM orders WHERE customer = $1', [req.query.customer]);
  await rds.send(new ExecuteStatementCommand({ sql: 'SELECT * FROM orders WHERE customer = :c', parameters: [{ name: 'c', value: { stringValue: String(req.query.customer) } }] }));
  res.end(`${Number(req.query.page)}`);
});
