const express = require('express');
const settings = require('./settings');
const app = express();
app.use(express.json({ limit: settings.bodyLimit }));
