import express from 'express';
import { createLightship } from 'lightship';

const app = express();
const lightship = await createLightship();
app.get('/users', (req, res) => { res.json([]); });
app.listen(3000, () => lightship.signalReady());
