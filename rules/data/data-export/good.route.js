const express = require('express');
const mongoose = require('mongoose');

const User = mongoose.model('User', new mongoose.Schema({ email: String, firstName: String }));
const app = express();
app.post('/users', async (req, res) => res.json(await User.create({ email: String(req.body.email) })));
app.get('/me/export', async (req, res) => res.json(await User.findById(req.user.id)));
