// TypeORM takes SQL from functions: the value of a column in an update, a condition of a find.
import express from 'express';
import { DataSource, Raw } from 'typeorm';

const source = new DataSource({ type: 'postgres' });
const app = express();

app.post('/price', async (req, res) => {
  // expect: sql-injection
  await source.createQueryBuilder().update('product').set({ price: () => `price + ${req.body.price}` }).execute();
  // expect: sql-injection
  res.json(await source.getRepository('product').find({ where: { name: Raw((alias) => `${alias} = '${req.body.name}'`) } }));
});
app.get('/named', async (req, res) => {
  // expect: sql-injection
  res.json(await source.query(`SELECT * FROM ${String(req.query.table).replace(/"/g, '""')}`));
});
