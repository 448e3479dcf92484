const validator = require('validator');
const axios = require('axios');
const app = require('express')();

app.get('/preview', async (req, res) => {
  if (!validator.isURL(req.query.url, { host_whitelist: ['example.com'] })) return res.sendStatus(400);
  res.json((await axios.get(req.query.url)).data);
});
