import { Router } from 'express';
import { cookieOptions } from './options.js';

export const router = Router();
router.post('/login', (req, res) => {
  res.cookie('session', 'abc', cookieOptions(1000));
  res.cookie('refresh', 'abc', { ...cookieOptions(2000), path: '/refresh' });
  res.end();
});
