const express = require('express');
const config = require('./config');

const app = express();

// A setting that nobody can tell here has to open it.
app.use((req, res, next) => {
  if (config.allowCors || config.origins.some((origin) => origin === req.get('origin'))) {
    res.header('Access-Control-Allow-Origin', req.get('origin'));
    res.header('Access-Control-Allow-Credentials', true);
  }
  next();
});

if (config.isDebug) {
  app.use('/', function (req, res, next) {
    res.setHeader('Access-Control-Allow-Origin', '*');
    res.setHeader('Access-Control-Allow-Credentials', 'true');
    next();
  });
}

// Whoever mounts the application says so.
module.exports = function mount(settings) {
  if (settings.cors === true) app.use('/api', require('cors')());
};
