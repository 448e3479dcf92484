// Chains of promises whose end nobody takes.
const express = require('express');
const mongoose = require('mongoose');

const User = mongoose.model('User', new mongoose.Schema({ email: String }));
const store = {
  create: (data) => {
    const user = new User(data);
    return user.save();
  },
};

const app = express();
app.post('/users', (req, res) => {
  // expect: async-errors P1
  store.create(req.body).then((user) => {
    res.status(201).send({ id: user.id });
  });
});
app.get('/users/:id', (req, res) => {
  // expect: async-errors P1
  User.findById(req.params.id).then((user) => res.json(user));
});
