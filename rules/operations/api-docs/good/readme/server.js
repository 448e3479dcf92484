const express = require('express');
const app = express();
app.get('/notes', (req, res) => res.json([]));
app.post('/notes', (req, res) => res.status(201).json(req.body));
app.put('/notes/:id', (req, res) => res.json(req.body));
app.listen(3000);
