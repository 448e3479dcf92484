const express = require('express');
const app = express();
app.get('/', (req, res) => res.render('home'));
app.get('/about', (req, res) => res.render('about'));
app.get('/healthz', (req, res) => res.send('ok'));
app.post('/webhook', (req, res) => res.sendStatus(200));
app.get('/auth/callback', (req, res) => res.redirect('/'));
app.listen(3000);
