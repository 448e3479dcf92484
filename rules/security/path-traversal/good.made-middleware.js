const express = require('express');
const fs = require('fs');

const router = express.Router();

const validate = (name, pattern) => (req, res, next) => {
  if (!pattern.test(req.params[name])) return res.status(400).json({ error: `invalid ${name}` });
  next();
};

router.get('/logs/:file', validate('file', /^[a-z]+\.log$/), (req, res) => {
  res.type('text').send(fs.readFileSync('/var/log/app/' + req.params.file));
});

module.exports = router;
