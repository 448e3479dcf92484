import express from 'express';
import { asText } from './utils/amounts.js';

const app = express();
app.get('/prices/:id', async (req, res) => res.json({ price: asText(await app.locals.prices.of(req.params.id)) }));
app.listen(process.env.PORT);
