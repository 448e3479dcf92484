const cors = require('cors');
const express = require('express');
const session = require('express-session');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));
// Only files come behind it, which everybody may have.
app.use('/dist', [cors(), express.static('dist')]);
app.use('/fonts', cors(), express.static('fonts'));
app.get('/me', (request, response) => response.json(request.session.user));
app.listen(3000);
