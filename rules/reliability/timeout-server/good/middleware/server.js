const express = require('express');
const deadline = require('./deadline');
const app = express();
app.use(deadline);
app.listen(3000);
