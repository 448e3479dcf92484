const express = require('express');
const axios = require('axios');

const app = express();
app.use(express.json());

// ok: idempotency
app.post('/checkout', async (req, res, next) => {
  try {
    const { data } = await axios.post('https://api.pay.example.com/v1/charges', { amount: req.body.amount }, { headers: { 'Idempotency-Key': req.get('Idempotency-Key') }, timeout: 5000 });
    res.json({ id: data.id });
  } catch (error) {
    next(error);
  }
});

// Asked, not paid.
app.post('/payments', async (req, res, next) => {
  try {
    const { data } = await axios.get('https://api.pay.example.com/v1/payments', { timeout: 5000 });
    res.json(data);
  } catch (error) {
    next(error);
  }
});
