import { Router } from 'express';
import { cookieOptions } from './options.js';

export const router = Router();
router.post('/login', (req, res) => {
  // expect: cookie-flags P1
  res.cookie('session', 'abc', { ...cookieOptions, maxAge: 1000 });
  res.end();
});
