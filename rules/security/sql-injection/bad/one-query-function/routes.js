const express = require('express');
const projects = require('./projects');
const router = express.Router();

router.get('/search', async (req, res) => {
  res.json(await projects.search({ term: req.query.q || '', workspace: req.query.workspace || '' }));
});
router.post('/report', async (req, res) => {
  res.json(await projects.report({ filter: req.body.filter }));
});
router.get('/:id', async (req, res) => {
  res.json((await projects.find(req.params.id)) ?? (await projects.named(req.query.name)));
});
router.get('/', async (req, res) => {
  res.json({ count: await projects.count(), all: await projects.all() });
});

module.exports = router;
