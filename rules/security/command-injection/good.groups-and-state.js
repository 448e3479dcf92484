// A group holds what its part of the pattern lets through; what the program puts into a request comes from nowhere else.
const { exec } = require('child_process');
const { validate } = require('uuid');
const express = require('express');
const router = express.Router();

router.get('/match', (req, res) => {
  const found = req.query.unit.match(/^unit:([a-z]+)$/);
  if (!found) return res.status(400).end();
  exec('systemctl status ' + found[1], () => res.end());
});

router.get('/exec', (req, res) => {
  const found = /(\d+)/.exec(req.query.text);
  if (found) exec('tail -n ' + found[1]);
  res.end();
});

router.get('/uuid', (req, res) => {
  if (!validate(req.query.id)) return res.status(400).end();
  exec('show ' + req.query.id, () => res.end());
});

router.use((req, res, next) => {
  req.paging = { lines: Number(req.query.lines) };
  next();
});

router.get('/state', (req, res) => {
  exec('tail -n ' + req.paging.lines, () => res.end());
});

module.exports = router;
