const express = require('express');
const mongoose = require('mongoose');
const app = express();

app.use((req, res, next) => {
  // expect: pii-logging P0
  console.log('cookies', req.headers.cookie);
  next();
});

mongoose.connect(process.env.MONGO_URI).then(() => {
  // expect: pii-logging P1
  console.log(`Connected to ${process.env.MONGO_URI}`);
});
