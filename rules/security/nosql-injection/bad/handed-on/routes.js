const express = require('express');
const Joi = require('joi');
const validateRequest = require('./validate-request');
const service = require('./service');

const router = express.Router();
router.post('/register', registerSchema, (req, res, next) => service.register(req.body).then(() => res.json({}), next));
module.exports = router;

function registerSchema(req, res, next) {
  validateRequest(req, next, Joi.object({ email: Joi.string().email().required() }));
}
