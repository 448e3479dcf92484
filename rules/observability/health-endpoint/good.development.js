const express = require('express');
const app = express();
app.get('/users', (req, res) => res.json([]));
if (process.env.NODE_ENV !== 'production') app.listen(3000);
module.exports = app;
