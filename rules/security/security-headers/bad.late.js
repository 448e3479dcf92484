const express = require('express');
const helmet = require('helmet');
const orders = express.Router();
orders.get('/', (req, res) => res.json([]));

// expect: security-headers
const app = express();
app.use('/orders', orders);
app.get('/about', (req, res) => res.send('<p>About</p>'));
app.use(helmet());
app.listen(3000);
