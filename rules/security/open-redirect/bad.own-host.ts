import express from 'express';

export function routes() {
  const router = express.Router();
  router.get('/callback', (req, res) => {
    const address = req.query.address as string;
    const origin = new URL(address).origin;
    const base = String(req.query.base);
    const own = new URL(base).origin;
    // expect: open-redirect
    if (origin === own) res.redirect(address);
  });
  return router;
}
