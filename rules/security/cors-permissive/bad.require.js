const express = require('express');
const passport = require('passport');
const cors = require('cors');

const app = express();

// expect: cors-permissive P1
app.use(cors());
app.get('/me', passport.authenticate('jwt', { session: false }), (req, res) => res.json(req.user));

const options = {
  origin: function (origin, callback) {
    const list = [/localhost/, /example\.com$/];
    if (list.some((pattern) => pattern.test(origin))) callback(null, true);
    else callback(new Error('no'));
  },
};
// expect: cors-permissive P1
app.options('/me', cors(options));
