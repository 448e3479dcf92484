const express = require('express');
const app = express();

app.get('/orders', (req, res) => {
  res.json([]);
});

app.use((req, res) => {
  res.status(404).end();
});

app.use((err, req, res, next) => {
  console.error(err);
  res.status(500).json({ error: 'internal' });
});

process.on('uncaughtException', (error) => {
  console.error(error);
  process.exit(1);
});

// Reads a setting, and is no route behind the handler.
app.set('port', 3000);
app.listen(app.get('port'));
