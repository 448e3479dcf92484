// expect-project: trace-propagation
const express = require('express');

const app = express();

app.get('/prices/:id', async (req, res) => {
  const rates = await fetch(process.env.TAX_SERVICE_URL + '/rates');
  // Goes back to the caller, not on to the next.
  res.setHeader('x-request-id', req.id);
  res.json(await rates.json());
});
