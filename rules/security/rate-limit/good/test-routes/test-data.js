const { Router } = require('express');

const testData = Router();
testData.post('/seed', (_request, response) => response.sendStatus(204));

module.exports = { testData };
