const express = require('express');
const { todos } = require('./store');

const router = express.Router();
router.post('/todos', (req, res) => {
  todos.push(req.body);
  res.json(todos);
});
module.exports = router;
