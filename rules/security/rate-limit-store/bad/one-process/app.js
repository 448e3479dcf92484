const express = require('express');
const rateLimit = require('express-rate-limit');

const app = express();
// Its database is a file: one process, and a restart forgets.
// expect: rate-limit-store P3
app.use('/login', rateLimit({ windowMs: 60_000, max: 5 }));
app.listen(3000);
