const express = require('express');
const mongoose = require('mongoose');

// expect: soft-delete P2
const User = mongoose.model('User', new mongoose.Schema({ email: String, name: String }));
// expect: soft-delete P2
const Patient = mongoose.model('Patient', new mongoose.Schema({ firstName: String, birthday: Date }));
const app = express();

app.post('/users', async (req, res) => res.json(await User.create({ email: String(req.body.email) })));
app.post('/patients', async (req, res) => res.json(await Patient.create({ firstName: String(req.body.name) })));
app.delete('/users/:id', async (req, res) => {
  await User.findByIdAndDelete(req.params.id);
  res.sendStatus(204);
});
