import express from 'express';
import { DataSource, Raw } from 'typeorm';

const source = new DataSource({ type: 'postgres' });
const app = express();
const quoted = (name: string) => '"' + name.replace(/"/g, '""') + '"';

app.post('/price', async (req, res) => {
  await source.createQueryBuilder().update('product').set({ price: () => 'price + 1', name: req.body.name }).execute();
  res.json(await source.getRepository('product').find({ where: { name: Raw((alias) => `${alias} ILIKE :name`, { name: req.body.name }) } }));
});
app.get('/named', async (req, res) => {
  const table = String(req.query.table).replaceAll('"', '""');
  res.json([await source.query(`SELECT * FROM ${quoted(String(req.query.table))}`), await source.query(`SELECT * FROM "${table}"`)]);
});
