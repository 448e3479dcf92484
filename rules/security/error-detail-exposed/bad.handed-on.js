const express = require('express');
const app = express();
const load = require('./load');

function fail(res, error) {
  // expect: error-detail-exposed
  res.status(500).json({ success: false, message: error.message });
}

function refuse(res, error) {
  // ok: error-detail-exposed
  res.status(400).json({ success: false, message: error.message });
}

class NotFound extends Error {}

function missing(res, error) {
  // ok: error-detail-exposed
  res.json({ success: false, message: error.message });
}

app.get('/', async (req, res) => {
  try {
    res.json(await load(req.params.id));
  } catch (error) {
    if (error instanceof NotFound) return missing(res, error);
    if (error.name === 'ValidationError') return refuse(res, error);
    return fail(res, error);
  }
});
