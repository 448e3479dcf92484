import express from 'express';
import { charge } from './payments';
const app = express();
app.post('/pay', async (req, res) => { res.json(await charge()); });
app.listen(3000);
