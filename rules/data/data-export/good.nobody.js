const express = require('express');
const mongoose = require('mongoose');

const Sensor = mongoose.model('Sensor', new mongoose.Schema({ address: String, value: Number }));
const app = express();
app.post('/sensors', async (req, res) => res.json(await Sensor.create({ address: String(req.body.address) })));
