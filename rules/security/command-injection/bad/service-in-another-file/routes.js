const express = require('express');
const { backup } = require('./backup');

const router = express.Router();

router.post('/backup', async (req, res) => {
  await backup(req.body.database, req.body.target);
  res.end();
});

module.exports = router;
