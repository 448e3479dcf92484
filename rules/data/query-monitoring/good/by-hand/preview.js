const express = require('express');
const { Sequelize } = require('sequelize');

const app = express();

// The database of a customer, whose address comes with the request.
app.post('/preview', async (req, res) => {
  const source = new Sequelize(req.body.address, { logging: false });
  const rows = await source.query('SELECT 1');
  await source.close();
  res.json(rows);
});
