const express = require('express');
const app = express();
app.get('/a', (req, res) => res.status(404).json({ error: 'no a' }));
app.use((err, req, res, next) => res.status(500).json({ message: 'internal' }));
app.listen(3000);
