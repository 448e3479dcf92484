const express = require('express');
const { rateLimit } = require('express-rate-limit');
const settings = require('./settings');
const { testData } = require('./test-data');

const app = express();
if (process.env.TEST_DATA !== 'off') {
  app.use('/test-data', testData);
}
if (settings.uploads.enable) {
  // expect: rate-limit
  app.post('/uploads', (_request, response) => response.sendStatus(204));
}
// Whatever it is by default, it is for developers.
if (settings.dev) {
  app.get('/playground', (_request, response) => response.json({}));
}
app.use(rateLimit({ limit: 100 }));
app.get('/orders', (_request, response) => response.json([]));
app.listen(3000);
