// expect-project: health-endpoint
const express = require('express');
const app = express();

app.get('/orders', (req, res) => res.json([]));
app.get('/orders/:id/status', (req, res) => res.json({ status: 'sent' }));

app.listen(process.env.PORT);
