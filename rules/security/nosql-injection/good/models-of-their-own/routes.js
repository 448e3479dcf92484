const router = require('express').Router();
const Table = require('@own/models/table');

router.post('/tables', (req, res) => {
  res.json(Table.findOne({ name: req.body.name }));
});

module.exports = router;
