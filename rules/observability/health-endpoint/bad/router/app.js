// expect-project: health-endpoint
const express = require('express');
const app = express();
app.use('/orders', require('./orders'));
app.listen(3000);
