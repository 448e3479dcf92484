const express = require('express');
const session = require('express-session');

const app = express();
// It runs once, before there is anybody to protect.
// expect: cookie-flags P2
app.use(session({ secret: require('node:crypto').randomUUID(), resave: false, saveUninitialized: false }));
app.listen(4567);
