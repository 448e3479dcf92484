var mongoose = require('mongoose');

// expect: env-scattered
mongoose.connect(process.env.MONGO_URI, {
  // expect: env-scattered
  user: process.env.MONGO_USER,
  // expect: env-scattered
  pass: process.env.MONGO_PASS,
});
