var express = require('express');
var helmet = require('helmet');
var app = express();
app.disable('x-powered-by');
app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'self'"] } } }));
var admin = express();
app.use('/admin', admin);
app.listen(3000);
