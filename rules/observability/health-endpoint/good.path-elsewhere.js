// The path of the probe is a setting: nothing is claimed.
const express = require('express');
const settings = require('./settings');
const app = express();
app.get(settings.probePath, (req, res) => res.send('ok'));
app.listen(3000);
