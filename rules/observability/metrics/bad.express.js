// expect-project: metrics
const express = require('express');

const app = express();
app.post('/orders', express.json(), (req, res) => res.json({ id: req.body.id }));
app.listen(3000);
