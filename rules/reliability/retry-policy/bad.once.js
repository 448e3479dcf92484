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

// A `finally` takes no failure; the `catch` behind it is another's.
app.get('/weather/:town', async (req, res) => {
  let weather;
  const began = Date.now();
  try {
    // expect: retry-policy P2
    weather = await axios.get('https://api.weather.example/towns/' + encodeURIComponent(req.params.town), { timeout: 2000 });
  } finally {
    console.log('asked for', Date.now() - began);
  }
  let advice = '';
  try {
    advice = describe(weather.data);
  } catch {
    advice = 'none';
  }
  res.json({ weather: weather.data, advice });
});
