const express = require('express');
const yaml = require('js-yaml');

const app = express();
app.post('/settings', (req, res) => {
  res.json(yaml.load(req.body.text));
});
