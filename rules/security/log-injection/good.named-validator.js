const { apiValidator, schemas } = require('@acme/validation');
const app = require('express')();

app.post('/domains', async (req, res) => {
  const payload = await apiValidator(schemas.domain, req.body);
  console.log(`testing ${payload.domain}`);
  res.end();
});
