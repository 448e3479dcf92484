const express = require('express');
const fs = require('fs');

const router = express.Router();

const validate = (name, pattern) => (req, res, next) => {
  if (!pattern.test(req.params[name])) return res.status(400).json({ error: `invalid ${name}` });
  next();
};

router.get('/logs/:folder/:file', validate('folder', /^[a-z]+$/), (req, res) => {
  // expect: path-traversal
  res.type('text').send(fs.readFileSync('/var/log/app/' + req.params.file));
});

router.get('/texts/:text', validate('text', /[a-z]+/), (req, res) => {
  // expect: path-traversal
  res.type('text').send(fs.readFileSync('/var/texts/' + req.params.text));
});

module.exports = router;
