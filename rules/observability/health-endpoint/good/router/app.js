const express = require('express');
const app = express();
app.use('/api', require('./probes'));
app.listen(3000);
