const { Router } = require('express');

const testData = Router();
// expect: rate-limit
testData.post('/seed', (_request, response) => response.sendStatus(204));

module.exports = { testData };
