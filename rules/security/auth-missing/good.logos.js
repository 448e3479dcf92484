const express = require('express');
const { Organisation } = require('./models');

const app = express();

app.put('/organisation/:id', (req, res, next) => (req.user ? next() : res.sendStatus(401)), async (req, res) => {
  await Organisation.updateOne({ _id: req.params.id }, req.body);
  res.sendStatus(204);
});

// Whose logo it is stands behind it; pages of everybody show it.
app.get('/branding/logo/organisation/:id', async (req, res) => {
  const { logo } = await Organisation.findById(req.params.id);
  res.type('image/png').send(logo);
});
