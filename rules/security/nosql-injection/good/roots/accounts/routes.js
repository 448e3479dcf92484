const express = require('express');
const Joi = require('joi');
const validateRequest = require('helpers/validate-request');
const service = require('accounts/service');

const router = express.Router();
router.post('/register', registerSchema, (req, res, next) => service.register(req.body).then(() => res.json({}), next));
router.post('/authenticate', registerSchema, authenticate);
router.get('/:id/tokens', (req, res, next) => service.tokens(req.params.id).then((all) => res.json(all), next));
router.put('/:id', (req, res, next) => service.update(req.params.id, req.body).then(() => res.json({}), next));
module.exports = router;

function registerSchema(req, res, next) {
  const schema = Joi.object({ email: Joi.string().email().required(), password: Joi.string().min(6).required() });
  validateRequest(req, next, schema);
}

function authenticate(req, res, next) {
  const { email, password } = req.body;
  service.authenticate({ email, password }).then((account) => res.json(account), next);
}
