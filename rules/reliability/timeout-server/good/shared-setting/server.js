const { limit } = require('./limits');
const app = require('express')();
limit(app.listen(3000));
