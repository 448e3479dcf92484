const express = require('express');
const multer = require('multer');

const app = express();
const upload = multer({ dest: 'uploads/' }).single('file');

// What multer says of an upload is nearly always one of its fixed texts.
app.post('/files', (req, res, next) => {
  upload(req, res, (err) => {
    // expect: error-detail-exposed
    if (err) return res.status(500).json({ error: `Invalid upload. ${err.message}` });
    next();
  });
});

app.post('/stacks', (req, res, next) => {
  upload(req, res, (err) => {
    // expect: error-detail-exposed P1
    if (err) return res.status(500).json({ error: err.stack });
    next();
  });
});
