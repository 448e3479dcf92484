// expect-project: api-docs
const express = require('express');

const app = express();
app.get('/api/things0', (req, res) => res.json([]));
app.get('/api/things1', (req, res) => res.json([]));
app.get('/api/things2', (req, res) => res.json([]));
app.get('/api/things3', (req, res) => res.json([]));
app.get('/api/things4', (req, res) => res.json([]));
app.get('/api/things5', (req, res) => res.json([]));
app.get('/api/things6', (req, res) => res.json([]));
app.get('/api/things7', (req, res) => res.json([]));
app.get('/api/things8', (req, res) => res.json([]));
app.get('/api/things9', (req, res) => res.json([]));
app.get('/api/things10', (req, res) => res.json([]));
app.get('/api/things11', (req, res) => res.json([]));
app.listen(3000);
