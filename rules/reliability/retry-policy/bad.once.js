const axios = require('axios');
const express = require('express');

const app = express();

app.get('/rates', async (req, res) => {
  // expect: retry-policy P2
  const { data } = await axios.get('https://api.rates.example/latest', { timeout: 3_000 });
  res.json(data);
});

app.get('/weather', async (req, res) => {
  // expect: retry-policy P2
  const answer = await fetch('https://weather.example.org/now', { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(2_000) });
  res.json(await answer.json());
});

app.get('/news', async (req, res, next) => {
  try {
    // expect: retry-policy P2
    const { data } = await axios.get('https://news.example.net/today', { timeout: 3_000 });
    res.json(data);
  } catch (error) {
    next(error);
  }
});
