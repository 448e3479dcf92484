var express = require('express');
var session = require('express-session');
var cookieSession = require('cookie-session');
var app = express();

// expect: cookie-flags P1
app.use(session({ secret: process.env.S, resave: false, saveUninitialized: true }));

// expect: cookie-flags P1
app.use(session({ secret: process.env.S, cookie: {} }));

// expect: cookie-flags P1
app.use(session({ secret: process.env.S, cookie: { httpOnly: false, secure: true, sameSite: 'lax' } }));

// expect: cookie-flags P2
app.use(cookieSession({ keys: [process.env.S] }));

// expect: cookie-flags P1
app.use(cookieSession({ keys: [process.env.S], secure: false, sameSite: 'lax' }));

// expect: cookie-flags P1
app.use(cookieSession({ keys: [process.env.S], httpOnly: false, secure: true, sameSite: true }));
