const cors = require('cors');
const express = require('express');
const session = require('express-session');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));
// A handler comes with the files.
// expect: cors-permissive P1
app.use('/me', cors(), express.static('profiles'), (request, response) => response.json(request.session.user));
app.listen(3000);
