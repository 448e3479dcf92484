const express = require('express');
const validate = require('express-validation');
const Joi = require('joi');
const mongoose = require('mongoose');

const validator = require('express-joi-validation').createValidator({});

const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const router = express.Router();

// Another field, and another part.
router.post('/1', validate({ body: { title: Joi.string() } }), async (req, res) => {
  // expect: nosql-injection
  res.json(await User.findOne({ name: req.body.name }));
});

router.post('/parts', validator.query(Joi.object({ name: Joi.string() })), async (req, res) => {
  // expect: nosql-injection
  res.json(await User.findOne({ name: req.body.name }));
});

module.exports = router;
