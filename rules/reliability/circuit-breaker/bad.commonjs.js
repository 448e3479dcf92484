var express = require('express');
var axios = require('axios');
var router = express.Router();

router.get('/weather/:city', function (req, res, next) {
  // expect: circuit-breaker P2
  axios.get('https://api.weather.example/v1/' + encodeURIComponent(req.params.city), { timeout: 2000 })
    .then(function (answer) { res.json(answer.data); })
    .catch(next);
});

router.get('/forecast/:city', function (req, res, next) {
  // expect: circuit-breaker P2
  axios.get(`https://api.weather.example/v1/forecast`, { timeout: 2000 })
    .then(function (answer) { res.json(answer.data); })
    .catch(next);
});

// A library of its own whose callers are not seen.
function currency(code) {
  // expect: circuit-breaker P2
  return fetch(process.env.CURRENCY_API_URL + '/' + code);
}

module.exports = { router: router, currency: currency };
