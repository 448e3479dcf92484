const validator = require('validator');
const axios = require('axios');
const app = require('express')();

app.get('/preview', async (req, res) => {
  if (!validator.isURL(req.query.url, { protocols: ['https'] })) return res.sendStatus(400);
  // expect: ssrf
  res.json((await axios.get(req.query.url)).data);
});
