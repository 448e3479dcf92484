import cassandra from 'cassandra-driver';
import express from 'express';
import neo4j from 'neo4j-driver';
import { SQL, sql } from 'bun';

const app = express();
const client = new cassandra.Client({ contactPoints: ['localhost'], localDataCenter: 'one' });
const driver = neo4j.driver('neo4j://localhost');
const store = new SQL('postgres://localhost/app');

app.get('/cassandra/:id', async (req, res) => {
  // expect: sql-injection P0
  const found = await client.execute(`SELECT * FROM orders WHERE id = '${req.params.id}'`);
  // expect: sql-injection P0
  await client.batch([{ query: "DELETE FROM orders WHERE id = '" + req.params.id + "'" }], { prepare: true });
  res.json(found.rows);
});

app.get('/neo4j/:name', async (req, res) => {
  const session = driver.session();
  // expect: sql-injection P0
  await session.run(`MATCH (p:Person {name: '${req.params.name}'}) RETURN p`);
  await session.executeRead(async (tx) => {
    // expect: sql-injection P0
    return tx.run("MATCH (p) WHERE p.name = '" + req.params.name + "' RETURN p");
  });
  // expect: sql-injection P0
  await driver.executeQuery(`MATCH (p:${req.query.label}) RETURN p`);
  res.end();
});

app.get('/bun/:id', async (req, res) => {
  // expect: sql-injection P0
  await sql.unsafe(`SELECT * FROM orders WHERE id = '${req.params.id}'`);
  // expect: sql-injection P0
  await store.unsafe('SELECT * FROM orders WHERE id = ' + req.params.id);
  res.end();
});
