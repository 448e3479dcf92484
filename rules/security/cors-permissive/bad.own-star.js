const express = require('express');
const cors = require('cors');
const session = require('express-session');

const allowed = ['https://app.example.com', '*'];
const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));

// The program opens the list by itself.
app.use(
  // expect: cors-permissive
  cors({
    origin: function (origin, callback) {
      if (allowed.indexOf(origin) === -1 && allowed.indexOf('*') === -1) {
        return callback(new Error('not allowed'), false);
      }
      return callback(null, true);
    },
  }),
);

app.listen(3000);
