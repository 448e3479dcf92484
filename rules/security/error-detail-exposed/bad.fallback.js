const express = require('express');
const app = express();

app.get('/login', function (req, res, next) {
  try {
    login(req);
  } catch (err) {
    // Only for callers without a next handler: of low confidence.
    // expect: error-detail-exposed
    return next ? next(err) : res.status(401).json(err);
  }
});

exports.handler = async (event) => {
  try {
    return { statusCode: 200, body: JSON.stringify(await orders.list(event)) };
  } catch (error) {
    return {
      statusCode: 500,
      // expect: error-detail-exposed
      body: JSON.stringify({ error: error.message }),
    };
  }
};
