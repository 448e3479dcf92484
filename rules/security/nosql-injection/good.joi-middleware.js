const express = require('express');
const validate = require('express-validation');
const { validate: check, Joi: EvJoi } = require('express-validation');
const { celebrate } = require('celebrate');
const Joi = require('joi');
const mongoose = require('mongoose');

const validator = require('express-joi-validation').createValidator({});

const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const router = express.Router();

// Version 1: the module is the function, and a part is a table of fields.
router.post('/1', validate({ body: { name: Joi.string().required() } }), async (req, res) => {
  // ok: nosql-injection
  res.json(await User.findOne({ name: req.body.name }));
});

router.post('/4', check({ body: EvJoi.object({ name: EvJoi.string().required() }) }, {}, {}), async (req, res) => {
  // ok: nosql-injection
  res.json(await User.findOne({ name: req.body.name }));
});

router.get('/celebrated', celebrate({ query: Joi.object({ name: Joi.string() }) }), async (req, res) => {
  // ok: nosql-injection
  res.json(await User.findOne({ name: req.query.name }));
});

router.post('/parts', validator.body(Joi.object({ name: Joi.string() })), async (req, res) => {
  // ok: nosql-injection
  res.json(await User.findOne({ name: req.body.name }));
});

module.exports = router;
