import { Router } from 'express';
import { readClaims } from './claims';

export const router = Router();

router.delete('/users/:id', (req, res) => {
  const claims = readClaims(req.headers.authorization ?? '');
  if (claims.role !== 'admin') {
    res.status(403).end();
    return;
  }
  res.status(204).end();
});
