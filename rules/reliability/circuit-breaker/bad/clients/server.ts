import express from 'express';
import { account, rename } from './crm.js';

const app = express();
app.get('/accounts/:id', async (req, res) => res.json(await account(req.params.id)));
app.patch('/accounts/:id', async (req, res) => {
  await rename(req.params.id, req.body.name);
  res.sendStatus(204);
});
