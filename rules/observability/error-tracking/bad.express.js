// expect-project: error-tracking
const express = require('express');

const app = express();
app.post('/orders', express.json(), (req, res) => res.json({ id: req.body.id }));
app.use((err, req, res, next) => {
  console.error(err);
  res.status(500).json({ error: 'internal' });
});
app.listen(3000);
