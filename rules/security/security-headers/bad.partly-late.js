const express = require('express');
const helmet = require('helmet');
const orders = express.Router();
orders.get('/', (req, res) => res.json([]));

// expect: security-headers
const partly = express();
partly.use('/orders', orders);
partly.use(helmet());
partly.get('/about', (req, res) => res.send('<p>About</p>'));
partly.listen(3001);
