const express = require('express');
const cors = require('cors');
const session = require('express-session');
const config = require('./config');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));

// Refused unless it is listed, or unless whoever runs it lets every origin on.
app.use(
  cors({
    origin: function (origin, callback) {
      if (!origin) return callback(null, true);
      if (config.allowedOrigins.indexOf(origin) === -1 && config.allowedOrigins.indexOf('*') === -1) {
        return callback(new Error('not allowed'), false);
      }
      return callback(null, true);
    },
  }),
);

app.use(
  cors({
    origin: (origin, callback) => (config.origins.includes('*') || config.origins.includes(origin) ? callback(null, true) : callback(new Error('not allowed'))),
  }),
);

app.listen(3000);
