const express = require('express');
const knex = require('knex')({ client: 'pg' });

const app = express();

app.get('/products', async (req, res) => {
  res.json(await knex('products').where({ hidden: false }).modify(page, req.query));
});

function page(query, { after }) {
  query.where('id', '>', after || 0).orderBy('id').limit(50);
}

app.get('/orders', async (req, res) => {
  res.json(await knex('orders').where({ user_id: req.user.id }).orderBy('id').limit(20));
});
