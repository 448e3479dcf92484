const express = require('express');
const app = express();
app.get('/', (req, res) => res.render('home'));
app.post('/webhook', (req, res) => res.sendStatus(200));
app.get('/status', (req, res) => res.send('ok'));
app.listen(3000);
