import { started } from './instrument';
import express from 'express';

const app = express();
app.get('/orders', (req, res) => res.json({ started }));
app.listen(3000);
