import express from 'express';
import { paths } from './paths';

export const description = { openapi: '3.0.3', info: { title: 'Notes', version: '1' }, paths: { ...paths } };

const app = express();
app.get('/notes', (req, res) => { res.json([]); });
app.post('/notes', (req, res) => { res.status(201).json(req.body); });
app.get('/openapi.json', (req, res) => { res.json(description); });
app.listen(3000);
