import express from 'express';
import { partner } from './partner.js';

const app = express();
app.get('/accounts', async (_req, res) => res.json(await partner.accounts()));
app.get('/accounts/:id', async (req, res) => res.json(await partner.account(req.params.id)));
