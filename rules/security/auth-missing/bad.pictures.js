const express = require('express');
const { Person } = require('./models');

const app = express();

// Pages of everybody show pictures; whether these are for everybody is unknown.
app.get('/people/:id/avatar', async (req, res) => {
  res.json(await Person.findById(req.params.id));
});
// expect: auth-missing P0
app.get('/people/:id/orders', async (req, res) => {
  res.json(await Person.findById(req.params.id));
});
