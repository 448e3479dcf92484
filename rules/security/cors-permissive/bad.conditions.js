// Conditions that choose nothing, guards of one's own, and what is registered last.
const express = require('express');
const session = require('express-session');
const cors = require('cors');
const options = require('./options');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));

if (process.env.NODE_ENV === 'production') {
  // expect: cors-permissive P1
  app.use(cors());
}

if (options.cors !== false) {
  // expect: cors-permissive P1
  app.use(cors());
}

const router = express.Router();
router.use(cors({ origin: 'https://app.example.com' }));
// expect: cors-permissive P1
router.use(cors());
app.use('/data', router);

// expect: cors-permissive P0
app.use(cors({ origin: '*', credentials: true }));

// expect: cors-permissive P1
app.get('/orders', (req, res) => { res.header('Access-Control-Allow-Origin', req.headers.origin); res.json([]); });
