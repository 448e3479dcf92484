const express = require('express');
const yaml = require('js-yaml');

const app = express();
app.post('/settings', (req, res) => {
  // expect: code-injection P0
  res.json(yaml.load(req.body.text));
});
