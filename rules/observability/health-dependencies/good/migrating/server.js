const express = require('express');
const { migrate } = require('./migrate');

const app = express();
app.get('/readyz', (req, res) => res.sendStatus(200));
migrate(process.env.DATABASE_URL).then(() => app.listen(3000));
