// expect-project: tracing
import express from 'express';
import { started } from './instrument';

const app = express();
app.get('/orders', (req, res) => res.json({ started }));
app.listen(3000);
