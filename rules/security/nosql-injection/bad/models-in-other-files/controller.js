const express = require('express');
const User = require('../models/user');
const db = require('../db');

const router = express.Router();

router.post('/login', async (req, res) => {
  const { username, password } = req.body;
  // expect: nosql-injection P0
  const user = await User.findOne({ username, password });
  // expect: nosql-injection P0
  await db.collection('visits').updateOne({ name: req.body.username }, { $inc: { count: 1 } });
  // expect: nosql-injection P0
  await db.users.find({ name: req.body.username });
  res.json(user);
});

module.exports = router;
