const express = require('express');
const mongoose = require('mongoose');
const { Sequelize, DataTypes } = require('sequelize');

const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const Log = new Sequelize(process.env.DATABASE_URL).define('log', { text: DataTypes.STRING });
const app = express();

app.post('/users', (req, res) => {
  const user = new User({ name: req.body.name });
  // expect: async-errors P1
  user.save();
  res.json(user);
});

app.post('/visits', (req, res) => {
  // expect: async-errors
  Log.create({ text: req.ip });
  res.status(204).end();
});
