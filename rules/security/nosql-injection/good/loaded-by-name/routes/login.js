const { MongoClient } = require('mongodb');
const router = require('express').Router();

const users = new MongoClient('mongodb://db').db('app').collection('users');

router.post('/login', async (req, res) => {
  res.json(await users.findOne({ name: req.body.name, password: req.body.password }));
});

module.exports = router;
