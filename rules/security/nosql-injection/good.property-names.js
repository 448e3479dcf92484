// The name of a property is a text.
const express = require('express');
const mongoose = require('mongoose');

const app = express();
const Alert = mongoose.model('Alert', new mongoose.Schema({ tile: String }));

app.post('/alerts', async (req, res) => {
  for (const [tile] of Object.entries(req.body.alerts)) await Alert.findOne({ tile });
  for (const tile in req.body.alerts) await Alert.findOne({ tile });
  res.json(await Promise.all(Object.keys(req.body.alerts).map((tile) => Alert.findOne({ tile }))));
});
