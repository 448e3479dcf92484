// The example of the library's documentation: secure is switched on in production.
var express = require('express');
var session = require('express-session');
var app = express();
var sess = { secret: process.env.SECRET, cookie: { sameSite: 'lax' } };

if (app.get('env') === 'production') {
  app.set('trust proxy', 1);
  sess.cookie.secure = true;
}

app.use(session(sess));
