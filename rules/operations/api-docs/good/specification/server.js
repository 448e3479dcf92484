const express = require('express');
const app = express();
app.get('/api/users/:id', (req, res) => res.json({}));
app.delete('/api/users/:id', (req, res) => res.sendStatus(204));
app.post('/api/users.search', (req, res) => res.json([]));
app.listen(3000);
