const express = require('express');

const app = express();

// Another company's service.
app.get('/rates', async (req, res) => {
  const rates = await fetch('https://api.rates.example.com/today');
  res.json(await rates.json());
});
