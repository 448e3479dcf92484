import express from 'express';
import { findUser } from './users';

const app = express();
app.get('/users/:id', async (req, res) => res.json(await findUser(req.params.id)));
