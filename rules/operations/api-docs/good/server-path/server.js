const express = require('express');
const app = express();
app.get('/api/pilots', (req, res) => res.json([]));
app.put('/api/pilots/:id/mode', (req, res) => res.sendStatus(204));
app.post('/api/pilots/:id/:action', (req, res) => res.sendStatus(204));
app.listen(3000);
