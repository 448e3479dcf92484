// Somebody else adds the people; this program deletes them.
const express = require('express');
const mongoose = require('mongoose');

// expect: soft-delete P2
const User = mongoose.model('User', new mongoose.Schema({ email: String, name: String }));
const app = express();

app.delete('/users/:id', async (req, res) => {
  await User.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});
