import express from 'express';
import { getSettings } from './settings.js';
import { notify } from './notify.js';

const router = express.Router();

// What an administrator stores is told as a guess where somebody else's request uses it.
router.post('/settings/webhook', (req, res) => {
  const settings = getSettings();
  settings.agents.webhook = req.body;
  res.end();
});

router.post('/orders', async (_req, res) => {
  await notify();
  res.end();
});

export default router;
