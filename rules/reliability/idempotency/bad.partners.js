// Payments by services that are called without an SDK.
const express = require('express');
const axios = require('axios');

const app = express();
app.use(express.json());

// expect: idempotency P1
app.post('/checkout', async (req, res, next) => {
  try {
    const { data } = await axios.post('https://api.pay.example.com/v1/charges', { amount: req.body.amount, card: req.body.card }, { timeout: 5000 });
    res.json({ id: data.id });
  } catch (error) {
    next(error);
  }
});

// expect: idempotency P1
app.post('/orders/:id/refund', async (req, res, next) => {
  try {
    await fetch(`${process.env.PAYMENTS_URL}/refunds`, { method: 'POST', body: JSON.stringify({ order: req.params.id }) });
    res.sendStatus(202);
  } catch (error) {
    next(error);
  }
});
