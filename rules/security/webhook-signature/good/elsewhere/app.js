const express = require('express');
const { verifyDelivery } = require('./deliveries');

const app = express();
app.use('/hooks', express.raw({ type: '*/*' }), verifyDelivery);
app.post('/hooks/webhook', require('./handler'));
app.listen(3000);
