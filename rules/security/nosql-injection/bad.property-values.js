// What stands under a property name is none.
const express = require('express');
const mongoose = require('mongoose');

const app = express();
const Alert = mongoose.model('Alert', new mongoose.Schema({ tile: String }));

app.post('/alerts', async (req, res) => {
  for (const [, tile] of Object.entries(req.body.alerts)) {
    // expect: nosql-injection P0
    await Alert.findOne({ tile });
  }
  // expect: nosql-injection P0
  res.json(await Promise.all(Object.values(req.body.alerts).map((tile) => Alert.findOne({ tile }))));
});
