import express from 'express';
import { getAmount } from './utils/amounts.js';

const app = express();
app.get('/prices/:id', (req, res) => res.json({ price: getAmount() }));
app.listen(process.env.PORT);
