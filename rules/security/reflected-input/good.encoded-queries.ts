import express from 'express';

const router = express.Router();

router.get('/link', (req, res) => {
  const params = new URLSearchParams({ state: String(req.query.state), client: 'app' });
  // ok: reflected-input
  res.send(`https://partner.example.com/authorize?${params.toString()}`);
});

export default router;
