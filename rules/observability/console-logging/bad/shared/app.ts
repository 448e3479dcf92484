import express from 'express';
import { totalOf } from './totals.js';
const app = express();
app.post('/total', (req, res) => res.json({ total: totalOf(req.body.items) }));
app.listen(3000);
