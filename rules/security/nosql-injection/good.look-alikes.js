const express = require('express');
const Account = require('../models/account');
const repository = require('../repository');
const { service } = require('../services');

const app = express();

app.post('/accounts', async (req, res) => {
  // Sequelize and TypeORM take options, lists take functions, other receivers are no models.
  const one = await Account.findOne({ where: { email: req.body.email } });
  const two = await repository.findOne({ email: req.body.email });
  const three = service.accounts.find((account) => account.email === req.body.email);
  const four = await service.find({ email: req.body.email });
  res.json([one, two, three, four]);
});
