const express = require('express');
const settings = require('./settings');

const app = express();
app.set('trust proxy', Number(process.env.TRUSTED_PROXIES));

const admin = express();
admin.set('trust proxy', settings.TRUSTED_PROXY_HOPS);

module.exports = { app, admin };
