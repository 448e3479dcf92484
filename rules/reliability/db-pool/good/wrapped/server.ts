import express from 'express';
import { getCache } from './redis';

const app = express();
app.get('/front', async (_req, res) => res.send(await (await getCache()).get('front')));
