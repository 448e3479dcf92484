// Which frames are allowed stands in the content policy.
const express = require('express');
const helmet = require('helmet');

const app = express();
app.use(helmet({
  frameguard: false,
  contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], frameAncestors: ["'self'", 'https://partner.example.com'] } },
}));
app.listen(3000);
