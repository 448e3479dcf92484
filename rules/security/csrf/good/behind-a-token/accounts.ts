import { Router } from 'express';
import { requireLogin } from './require-login';

export const accounts = Router();
accounts.use(requireLogin);
accounts.post('/', async (req, res) => {
  await store.insert({ owner: req.session.userId, name: req.body.name });
  res.sendStatus(201);
});
