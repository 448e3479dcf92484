const express = require('express');
const app = express();

app.get('/orders/:id', function (req, res) {
  if (!req.params.id) return res.status(400).json({ error: 'id is missing' });
  // expect: error-format P2
  if (req.params.id.length > 9) return res.status(404).json({ message: 'no such order' });
  // expect: error-format
  if (req.query.old) return res.status(410).send('gone');
  return res.status(500).json({ error: 'internal', detail: 'x' });
});
app.post('/orders', function (req, res) {
  try {
    res.status(201).json({ message: 'made' });
  } catch (err) {
    res.status(500).json({ success: false, error: err.message });
  }
});
app.listen(3000);
