const express = require('express');
const helmet = require('helmet');
// expect: security-headers P1
const app = express();
app.use(helmet.contentSecurityPolicy());
app.use(helmet.hsts());
