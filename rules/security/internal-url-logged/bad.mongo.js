var mongoose = require('mongoose');
var mongoUri = process.env.MONGO_URI;

mongoose.connect(mongoUri).then(function () {
  // expect: internal-url-logged P3
  console.log('Connected to ' + mongoUri);
});

// expect: internal-url-logged P3
console.log('reports', process.env.REPORTS_POSTGRES_DSN);
