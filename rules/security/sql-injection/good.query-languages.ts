import cassandra from 'cassandra-driver';
import express from 'express';
import neo4j from 'neo4j-driver';
import { sql } from 'bun';

const app = express();
const client = new cassandra.Client({ contactPoints: ['localhost'], localDataCenter: 'one' });
const driver = neo4j.driver('neo4j://localhost');

app.get('/all/:id', async (req, res) => {
  await client.execute('SELECT * FROM orders WHERE id = ?', [req.params.id], { prepare: true });
  await client.batch([{ query: 'DELETE FROM orders WHERE id = ?', params: [req.params.id] }], { prepare: true });
  const session = driver.session();
  await session.run('MATCH (p:Person {name: $name}) RETURN p', { name: req.query.name });
  await session.executeWrite((tx) => tx.run('CREATE (p:Person {name: $name})', { name: req.query.name }));
  await driver.executeQuery('MATCH (p:Person) WHERE p.name = $name RETURN p', { name: req.query.name });
  await sql`SELECT * FROM orders WHERE id = ${req.params.id}`;
  res.end();
});
