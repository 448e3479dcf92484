const express = require('express');
const { rateLimit } = require('express-rate-limit');
const { testData } = require('./test-data');

const app = express();
// Production does not have these.
if (process.env.NODE_ENV === 'test' || process.env.NODE_ENV === 'development') {
  app.use('/test-data', testData);
}
app.use(rateLimit({ limit: 100 }));
app.get('/orders', (_request, response) => response.json([]));
app.listen(3000);
